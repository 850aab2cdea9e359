package parley.dialogue.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import parley.dialogue.intents.SentenceVectors;

/// Writes entries into an index that [KnowledgeIndex] searches. Thread: any, several at a time; one
/// writer a folder.
public final class EntryWriter implements AutoCloseable {

  static final String CENTER = "center";

  private static final int NEIGHBOURS = 16;
  private static final int BEAM = 100;

  private final SpokenAnalyzer analyzer = new SpokenAnalyzer();
  private final IndexWriter writer;
  private double[] sum = {};
  private long texts;

  /// Writes into a folder on disk.
  ///
  /// @param bufferMb what is held in memory before a part of the index is written
  public EntryWriter(Path folder, double bufferMb) throws IOException {
    this(FSDirectory.open(folder), bufferMb);
  }

  EntryWriter(Directory directory, double bufferMb) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setCodec(codec());
    config.setRAMBufferSizeMB(bufferMb);
    this.writer = new IndexWriter(directory, config);
  }

  /// Vectors of a byte a number for the search itself; the full ones are read for the few that it
  /// finds.
  static Codec codec() {
    KnnVectorsFormat quantized =
        new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.SEVEN_BIT, NEIGHBOURS, BEAM);
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return quantized;
      }
    };
  }

  /// Leaves out what is not active.
  ///
  /// @param vectors none: the entry is found by its words only
  public void add(KnowledgeEntry entry, Optional<SentenceVectors> vectors) throws IOException {
    if (entry.standing().active()) {
      writer.addDocuments(
          EntryDocument.of(entry, analyzer, vectors.map(model -> text -> counted(model.of(text)))));
    }
  }

  private synchronized float[] counted(float[] vector) {
    if (sum.length == 0) {
      sum = new double[vector.length];
    }
    for (int i = 0; i < vector.length; i++) {
      sum[i] += vector[i];
    }
    texts++;
    return vector;
  }

  /// Makes everything that was added lasting.
  @Override
  public void close() throws IOException {
    writer.setLiveCommitData(Map.of(CENTER, Center.of(sum, texts).written()).entrySet());
    writer.close();
    analyzer.close();
  }
}
