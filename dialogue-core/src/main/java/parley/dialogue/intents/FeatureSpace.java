package parley.dialogue.intents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words, pairs of words, and pieces of words of the examples, numbered and weighted (tf-idf,
/// length one). Pieces are alike in words that a recognizer takes for each other. The scales were
/// chosen on the dev parts of Banking77 and CLINC150 (docs/results/intents.md). Immutable; any
/// thread.
final class FeatureSpace {
  private static final float VECTOR_SCALE = 5;
  private static final float WORDS_SCALE = 2;

  /** Beyond this a message is a letter; its beginning says what it is about. */
  private static final int MOST_WORDS = 200;

  private static final int LONGEST_WORD = 30;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}']+");

  private final Map<String, Integer> numbers;
  private final float[] rarity;

  private FeatureSpace(Map<String, Integer> numbers, float[] rarity) {
    this.numbers = numbers;
    this.rarity = rarity;
  }

  static FeatureSpace of(List<Example> examples) {
    Map<String, Integer> holders = new HashMap<>();
    for (Example example : examples) {
      new HashSet<>(terms(example.text())).forEach(term -> holders.merge(term, 1, Integer::sum));
    }
    List<String> known = holders.keySet().stream().sorted().toList();
    Map<String, Integer> numbers = new HashMap<>();
    float[] rarity = new float[known.size()];
    for (int i = 0; i < rarity.length; i++) {
      numbers.put(known.get(i), i);
      int count = holders.getOrDefault(known.get(i), 0);
      rarity[i] = (float) (Math.log((1.0 + examples.size()) / (1.0 + count)) + 1);
    }
    return new FeatureSpace(numbers, rarity);
  }

  int words() {
    return rarity.length;
  }

  Features of(String text, float[] vector) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String term : terms(text)) {
      @Nullable Integer number = numbers.get(term);
      if (number != null) {
        counts.merge(number, 1, Integer::sum);
      }
    }
    int[] ids = counts.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    float[] weights = new float[ids.length];
    double squares = 0;
    for (int i = 0; i < ids.length; i++) {
      weights[i] = (float) (1 + Math.log(counts.getOrDefault(ids[i], 1))) * rarity[ids[i]];
      squares += weights[i] * weights[i];
    }
    float scale = squares == 0 ? 0 : (float) (WORDS_SCALE / Math.sqrt(squares));
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scale;
    }
    float[] dense = new float[vector.length];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = VECTOR_SCALE * vector[i];
    }
    return new Features(dense, ids, weights);
  }

  private static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    @Nullable String before = null;
    for (int count = 0; count < MOST_WORDS && words.find(); count++) {
      String word = words.group();
      terms.add(word);
      if (before != null) {
        terms.add(before + " " + word);
      }
      pieces(word, terms);
      before = word;
    }
    return terms;
  }

  /// Three and four letters in a row; what a word begins and ends with is marked.
  private static void pieces(String word, List<String> terms) {
    String marked = "<" + (word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
    String whole = marked + ">";
    for (int letters = 3; letters <= 4; letters++) {
      for (int i = 0; i + letters <= whole.length(); i++) {
        terms.add("#" + whole.substring(i, i + letters));
      }
    }
  }
}
