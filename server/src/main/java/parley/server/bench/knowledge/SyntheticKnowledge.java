package parley.server.bench.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.Standing;

/// Any number of entries that look like paraphrases of real ones. Computing the vectors of a
/// million sentences would take hours, so they are made up: entry number n mixes two real wordings.
/// Its words are most of those of the first, some of the second, and one invented word out of
/// 20,000, as a product's name would be. Its vector is between the vectors of the two, with random
/// numbers added (0.3 to 0.6 of its length) that no other entry shares. A question is an entry once
/// more: fewer of its words, and its vector with as much added again. Every tenth entry does not
/// hold any more. Every entry and question follows from its number alone. Thread: any.
final class SyntheticKnowledge {

  private static final int INVENTED = 20_000;
  private static final String CONSONANTS = "bdfgklmnprstvz";
  private static final String VOWELS = "aeiou";
  private static final double LEAST_NOISE = 0.3;
  private static final double MOST_NOISE = 0.6;
  private static final double QUESTION_NOISE = 0.45;

  private static final int ENDED_EVERY = 10;

  private final SentenceVectors model;
  private final List<String[]> words;
  private final List<float[]> vectors;

  SyntheticKnowledge(List<String> wordings, SentenceVectors model) {
    this.model = model;
    this.words = wordings.stream().map(wording -> wording.split(" ")).toList();
    this.vectors = wordings.stream().map(model::of).toList();
  }

  SentenceVectors model() {
    return model;
  }

  /// A text and the vector that belongs to it.
  static final class Sentence {
    private final String text;
    private final float[] vector;

    Sentence(String text, float[] vector) {
      this.text = text;
      this.vector = vector;
    }

    String text() {
      return text;
    }

    float[] vector() {
      return vector;
    }
  }

  Sentence wording(int number) {
    SplittableRandom random = new SplittableRandom(number);
    int one = random.nextInt(words.size());
    int two = random.nextInt(words.size());
    List<String> text = new ArrayList<>(kept(words.get(one), 0.8, random));
    text.addAll(kept(words.get(two), 0.3, random));
    text.add(invented(random.nextInt(INVENTED)));
    double share = random.nextDouble(0.5, 1);
    float[] first = vectors.get(one);
    float[] second = vectors.get(two);
    float[] mixed = new float[first.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (share * first[i] + (1 - share) * second[i]);
    }
    double noise = random.nextDouble(LEAST_NOISE, MOST_NOISE);
    return new Sentence(String.join(" ", text), noisy(mixed, noise, random));
  }

  /// Asks for this entry in other words.
  Sentence question(int number) {
    Sentence wording = wording(number);
    SplittableRandom random = new SplittableRandom(-1L - number);
    List<String> text = new ArrayList<>(kept(wording.text().split(" "), 0.6, random));
    text.addAll(kept(words.get(random.nextInt(words.size())), 0.2, random));
    if (text.isEmpty()) {
      text.add(wording.text());
    }
    return new Sentence(String.join(" ", text), noisy(wording.vector(), QUESTION_NOISE, random));
  }

  /// @param today some entries held until the day before
  static KnowledgeEntry entry(int number, String wording, LocalDate today) {
    LocalDate until = ended(number) ? today.minusDays(1) : LocalDate.MAX;
    return new KnowledgeEntry(
        "entry-" + number,
        "synthetic",
        wording,
        List.of(),
        List.of(),
        "",
        new Standing("", LocalDate.MIN, until, LocalDate.MIN, true));
  }

  static boolean ended(int number) {
    return number % ENDED_EVERY == ENDED_EVERY - 1;
  }

  private static List<String> kept(String[] words, double share, SplittableRandom random) {
    return Arrays.stream(words).filter(_ -> random.nextDouble() < share).toList();
  }

  private static String invented(int number) {
    StringBuilder word = new StringBuilder();
    for (int left = number + 1; left > 0; left /= CONSONANTS.length() * VOWELS.length()) {
      int syllable = left % (CONSONANTS.length() * VOWELS.length());
      word.append(CONSONANTS.charAt(syllable / VOWELS.length()));
      word.append(VOWELS.charAt(syllable % VOWELS.length()));
    }
    return word.append('x').toString();
  }

  /// Of length one again.
  private static float[] noisy(float[] vector, double noise, SplittableRandom random) {
    double[] sum = new double[vector.length];
    double each = noise / Math.sqrt(vector.length);
    double square = 0;
    for (int i = 0; i < sum.length; i++) {
      sum[i] = vector[i] + each * random.nextGaussian();
      square += sum[i] * sum[i];
    }
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / Math.sqrt(square));
    }
    return unit;
  }
}
