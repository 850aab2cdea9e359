package parley.dialogue.knowledge;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.VectorUtil;

/// Compares a question with all vectors of an entry, at full precision. Entries must be asked for
/// in the order of their documents. One thread.
final class VectorTraits {

  private final List<LeafReaderContext> leaves;
  private final Center center;
  private final float[] question;
  private int leaf = -1;
  private FloatVectorValues vectors = FloatVectorValues.fromFloats(List.of(), 1);
  private DocIndexIterator places = vectors.iterator();
  private NumericDocValues wordings = DocValues.emptyNumeric();
  private NumericDocValues answers = DocValues.emptyNumeric();

  VectorTraits(List<LeafReaderContext> leaves, Center center, float[] question) {
    this.leaves = leaves;
    this.center = center;
    this.question = question;
  }

  Traits of(int document, KnowledgeEntry entry, double words) throws IOException {
    open(ReaderUtil.subIndex(document, leaves));
    int own = document - leaves.get(leaf).docBase;
    int wordingCount = count(wordings, own);
    int answerCount = count(answers, own);
    double nearest = -1;
    double best = -1;
    double sum = 0;
    double answer = 0;
    for (int i = 0; i < wordingCount + answerCount; i++) {
      float[] vector = vector(own - wordingCount - answerCount + i);
      double plain = VectorUtil.dotProduct(question, vector);
      double cosine = center.cosine(question, vector, plain);
      if (i < wordingCount) {
        nearest = Math.max(nearest, plain);
        best = Math.max(best, cosine);
        sum += cosine;
      } else {
        answer = cosine;
      }
    }
    return new Traits(entry, words, nearest, best, sum / Math.max(1, wordingCount), answer);
  }

  private void open(int wanted) throws IOException {
    if (wanted == leaf) {
      return;
    }
    leaf = wanted;
    var reader = leaves.get(wanted).reader();
    wordings = DocValues.getNumeric(reader, EntryDocument.WORDINGS);
    answers = DocValues.getNumeric(reader, EntryDocument.ANSWERS);
    FloatVectorValues found = reader.getFloatVectorValues(EntryDocument.VECTOR);
    if (found != null) {
      vectors = found;
      places = found.iterator();
    }
  }

  private static int count(NumericDocValues counts, int document) throws IOException {
    return counts.advanceExact(document) ? (int) counts.longValue() : 0;
  }

  private float[] vector(int document) throws IOException {
    int at = places.docID() < document ? places.advance(document) : places.docID();
    if (at != document || at == DocIdSetIterator.NO_MORE_DOCS) {
      throw new IOException("the vectors of an entry do not lie before it");
    }
    return vectors.vectorValue(places.index());
  }
}
