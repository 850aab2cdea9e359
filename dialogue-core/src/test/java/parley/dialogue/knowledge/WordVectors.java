package parley.dialogue.knowledge;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import parley.dialogue.intents.SentenceVectors;

/// Stands for a model of sentences where only the machinery is tested: each word points somewhere,
/// and a text to where its words do together. Counts what it was asked. Thread: any.
final class WordVectors implements SentenceVectors {

  private static final int NUMBERS = 64;

  final AtomicInteger asked = new AtomicInteger();

  @Override
  public float[] of(String text) {
    asked.incrementAndGet();
    double[] sum = new double[NUMBERS];
    sum[0] = 1e-3;
    for (String word : text.toLowerCase(Locale.ROOT).split(" ")) {
      var random = new java.util.SplittableRandom(word.hashCode());
      for (int i = 0; i < NUMBERS; i++) {
        sum[i] += random.nextDouble(-1, 1);
      }
    }
    double length = Math.sqrt(java.util.Arrays.stream(sum).map(n -> n * n).sum());
    float[] vector = new float[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      vector[i] = (float) (sum[i] / length);
    }
    return vector;
  }
}
