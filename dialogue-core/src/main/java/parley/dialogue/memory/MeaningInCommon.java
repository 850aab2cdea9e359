package parley.dialogue.memory;

import org.apache.lucene.util.VectorUtil;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.words.Words;

/// By the cosine of two sentences. A conversation of which no topic is known is compared by its
/// words.
record MeaningInCommon(SentenceVectors vectors) implements Relevance {

  /** As near as any two things that customers say lie in the model of sentences. */
  private static final double STRANGERS = 0.6;

  /** As near as two wordings of one question. */
  private static final double SAME = 0.85;

  @Override
  public double of(Words now, Recollection before) {
    if (now.isEmpty() || before.topic().isEmpty()) {
      return BY_WORDS.of(now, before);
    }
    float[] topic = vectors.of(Words.of(before.topic().text()).text());
    double cosine = VectorUtil.dotProduct(vectors.of(now.text()), topic);
    return Math.clamp((cosine - STRANGERS) / (SAME - STRANGERS), 0, 1);
  }
}
