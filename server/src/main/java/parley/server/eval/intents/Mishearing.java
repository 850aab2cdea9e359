package parley.server.eval.intents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import parley.speech.adapt.SoundAlikes;
import parley.speech.adapt.SoundAlikes.Alike;

/// Makes of a message what a recognizer may make of it: lower case, no punctuation, some words
/// taken for others that sound alike, some short ones lost, some put in. The same seed and the same
/// messages in the same order give the same. Thread: one owner.
final class Mishearing implements NoisyLine {
  /// Of the words that the bundled recognizer hears over a telephone line, with the words of the
  /// training file in its language model, so many are wrong: `eval intents --spoken` on Banking77,
  /// see docs/results/intents.md.
  static final double OF_THE_BUNDLED_RECOGNIZER = 0.087;

  /// Which words are wrong is chance: one draw of a thousand messages is a point off now and then.
  static final int DRAWS = 3;

  private static final long SEED = 1;

  /** Of ten errors: replaced, lost, put in; as the bundled model's are on telephone calls. */
  private static final double REPLACED = 0.65;

  private static final double LOST = 0.22;

  private static final Set<String> LOST_EASILY =
      Set.of("a", "the", "to", "of", "in", "on", "i", "is", "it", "my", "and", "for", "do", "have");
  private static final List<String> PUT_IN = List.of("the", "a", "uh", "and", "it", "to", "in");

  /** By which the distance of words that sound alike makes one of them less likely. */
  private static final double SHARPNESS = 1.5;

  private final SoundAlikes alikes;
  private final double share;
  private final Random random = new Random(SEED);
  private int words;
  private int errors;

  /// @param share of the words that are heard wrongly, 0 to 1
  Mishearing(SoundAlikes alikes, double share) {
    this.alikes = alikes;
    this.share = share;
  }

  @Override
  public String heard(String message) {
    List<String> heard = new ArrayList<>();
    for (String word : message.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+")) {
      if (word.isEmpty()) {
        continue;
      }
      words++;
      if (random.nextDouble() < share) {
        wrong(word, heard);
      } else {
        heard.add(word);
      }
    }
    return String.join(" ", heard);
  }

  private void wrong(String word, List<String> heard) {
    double kind = random.nextDouble();
    List<Alike> others = alikes.of(word);
    if (kind < REPLACED && !others.isEmpty()) {
      heard.add(drawn(others));
    } else if (kind < REPLACED + LOST || others.isEmpty()) {
      // A long word is rarely lost whole: its place is taken by a short one.
      if (!LOST_EASILY.contains(word) && word.length() > 4) {
        heard.add(PUT_IN.get(random.nextInt(PUT_IN.size())));
      }
    } else {
      heard.add(word);
      heard.add(PUT_IN.get(random.nextInt(PUT_IN.size())));
    }
    errors++;
  }

  private String drawn(List<Alike> others) {
    double[] weights =
        others.stream().mapToDouble(alike -> Math.exp(-SHARPNESS * alike.distance())).toArray();
    double left = random.nextDouble() * java.util.Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left <= 0) {
        return others.get(i).word();
      }
    }
    return others.getLast().word();
  }

  @Override
  public double wordErrorRate() {
    return words == 0 ? 0 : (double) errors / words;
  }
}
