package parley.dialogue.flows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.words.NumberNames;

/// Small numbers in a list of words: "twenty five", "25", "twenty fifth", "25th". Pure.
final class Numerals {

  private static final Map<String, Integer> VALUES = values();

  private Numerals() {}

  /// A number and how many words it took.
  record Numeral(int value, int words) {}

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    for (int i = 0; i < NumberNames.ONES.size(); i++) {
      values.put(NumberNames.ONES.get(i), i);
      values.put(NumberNames.TEENS.get(i), 10 + i);
    }
    for (int i = 0; i < NumberNames.ORDINALS.size(); i++) {
      values.put(NumberNames.ORDINALS.get(i), i + 1);
    }
    for (int i = 0; i < NumberNames.TENS.size(); i++) {
      values.put(NumberNames.TENS.get(i), 20 + 10 * i);
      values.put(NumberNames.TENS.get(i).replace("y", "ieth"), 20 + 10 * i);
    }
    return Map.copyOf(values);
  }

  /// The number from 0 to 99 that starts at a word.
  static Optional<Numeral> at(List<String> words, int index) {
    if (index < 0 || index >= words.size()) {
      return Optional.empty();
    }
    String word = words.get(index).replaceFirst("(?<=\\d)(st|nd|rd|th)$", "");
    if (word.matches("\\d{1,2}")) {
      return Optional.of(new Numeral(Integer.parseInt(word), 1));
    }
    Integer value = VALUES.get(word);
    if (value == null) {
      return Optional.empty();
    }
    if (NumberNames.TENS.contains(word) && index + 1 < words.size()) {
      Integer one = VALUES.get(words.get(index + 1));
      if (one != null && one > 0 && one < 10) {
        return Optional.of(new Numeral(value + one, 2));
      }
    }
    return Optional.of(new Numeral(value, 1));
  }
}
