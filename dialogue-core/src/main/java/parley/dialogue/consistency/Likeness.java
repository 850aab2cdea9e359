package parley.dialogue.consistency;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.CommonWords;

/// How alike two texts are, at most 1: by meaning where there is a model of sentences, else by the
/// words in common. Keeps the vectors; one for each check; one thread.
final class Likeness {

  private final Optional<SentenceVectors> model;
  private final Map<String, float[]> vectors = new HashMap<>();

  Likeness(Optional<SentenceVectors> model) {
    this.model = model;
  }

  boolean byMeaning() {
    return model.isPresent();
  }

  double of(String one, String other) {
    return model
        .map(known -> product(vector(known, one), vector(known, other)))
        .orElseGet(() -> CommonWords.share(one, other));
  }

  private float[] vector(SentenceVectors known, String text) {
    return vectors.computeIfAbsent(text, known::of);
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
