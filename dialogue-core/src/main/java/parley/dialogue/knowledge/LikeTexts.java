package parley.dialogue.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import parley.dialogue.intents.SentenceVectors;

/// Many texts, each with those that are like it: by their vectors where there is a model of
/// sentences, and by half of their words. Of a text with more than fifty like it the nearest fifty
/// count, so that the work grows with the texts and not with their pairs. In a folder for temporary
/// files, deleted at the end. One thread.
public final class LikeTexts implements AutoCloseable {

  private static final String VECTOR = "vector";
  private static final String STEMS = "stems";
  private static final String NUMBER = "number";

  private static final int MOST = 50;
  private static final int MOST_STEMS = 64;
  private static final double BUFFER_MB = 128;

  /** What a quantized vector may be wrong by. */
  private static final double ROUGHLY = 0.02;

  private final SpokenAnalyzer analyzer = new SpokenAnalyzer();
  private final Path folder;
  private final List<String> texts;
  private final Map<String, Integer> documents = new HashMap<>();
  private final Map<String, List<String>> stems = new HashMap<>();
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final boolean byMeaning;

  /// @param model without one, words in common count
  public LikeTexts(Collection<String> texts, Optional<SentenceVectors> model) {
    this.texts = texts.stream().distinct().toList();
    this.byMeaning = model.isPresent();
    try {
      this.folder = Files.createTempDirectory("parley-texts-");
      this.directory = FSDirectory.open(folder);
      write(model);
      this.reader = DirectoryReader.open(directory);
      this.searcher = new IndexSearcher(reader);
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), NUMBER);
        for (int document = numbers.nextDoc();
            document < leaf.reader().maxDoc();
            document = numbers.nextDoc()) {
          documents.put(this.texts.get((int) numbers.longValue()), leaf.docBase + document);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Comparing texts needs a folder for temporary files", e);
    }
  }

  private void write(Optional<SentenceVectors> model) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
    config.setCodec(EntryWriter.codec());
    config.setRAMBufferSizeMB(BUFFER_MB);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int number = 0; number < texts.size(); number++) {
        String text = texts.get(number);
        Document document = new Document();
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(new TextField(STEMS, String.join(" ", stems(text)), Field.Store.NO));
        model.ifPresent(known ->
            document.add(
                new KnnFloatVectorField(
                    VECTOR, known.of(text).clone(), VectorSimilarityFunction.DOT_PRODUCT)));
        writer.addDocument(document);
      }
    }
  }

  /// Other texts that may be like one of them: those whose cosine is about `cosine` or more, and
  /// those that share half of its words.
  public Set<String> near(String text, double cosine) {
    try {
      Set<String> near = new TreeSet<>();
      List<String> first = stems(text).stream().limit(MOST_STEMS).toList();
      if (!first.isEmpty()) {
        add(sharing(first), 0, near);
      }
      if (byMeaning) {
        // Lucene's score of a dot product.
        double least = (1 + cosine - ROUGHLY) / 2;
        add(new KnnFloatVectorQuery(VECTOR, vector(text), MOST + 1), least, near);
      }
      near.remove(text);
      return near;
    } catch (IOException e) {
      throw new UncheckedIOException("Comparing texts failed", e);
    }
  }

  private List<String> stems(String text) {
    return stems.computeIfAbsent(text, analyzer::stems);
  }

  private static Query sharing(List<String> stems) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    stems.forEach(stem -> any.add(new TermQuery(new Term(STEMS, stem)), Occur.SHOULD));
    any.setMinimumNumberShouldMatch(Math.max(1, stems.size() / 2));
    return any.build();
  }

  private void add(Query query, double least, Set<String> near) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    for (ScoreDoc hit : searcher.search(query, MOST + 1).scoreDocs) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), NUMBER);
      if (hit.score >= least && numbers.advanceExact(hit.doc - leaf.docBase)) {
        near.add(texts.get((int) numbers.longValue()));
      }
    }
  }

  /// How alike two of the texts are, at most 1.
  public double likeness(String one, String other) {
    if (!byMeaning) {
      return CommonWords.share(stems(one), stems(other));
    }
    try {
      return VectorUtil.dotProduct(vector(one), vector(other));
    } catch (IOException e) {
      throw new UncheckedIOException("Comparing texts failed", e);
    }
  }

  /// Every document has a vector, so its number is the vector's too.
  private float[] vector(String text) throws IOException {
    int document = documents.getOrDefault(text, -1);
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    var vectors = leaf.reader().getFloatVectorValues(VECTOR);
    if (document < 0 || vectors == null) {
      throw new IOException("the text was not given");
    }
    return vectors.vectorValue(document - leaf.docBase).clone();
  }

  @Override
  public void close() {
    try {
      analyzer.close();
      reader.close();
      directory.close();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder " + folder + " cannot be deleted", e);
    }
  }
}
