package parley.dialogue.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.words.NumberNames;
import parley.dialogue.words.Words;

/// Digits from the words that people read numbers out with ("oh one seven, double five, twenty
/// two"), and back. Pure; any thread.
public final class Digits {

  private static final Map<String, String> VALUES = values();
  private static final Set<String> READ_ZEROS = Set.of("oh", "o", "nought", "naught", "null");
  private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3);
  private static final Map<String, String> ZEROS = Map.of("hundred", "00", "thousand", "000");
  private static final int GROUP = 3;

  private Digits() {}

  private static Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < NumberNames.ONES.size(); i++) {
      values.put(NumberNames.ONES.get(i), String.valueOf(i));
      values.put(NumberNames.TEENS.get(i), "1" + i);
    }
    for (int i = 0; i < NumberNames.TENS.size(); i++) {
      values.put(NumberNames.TENS.get(i), (i + 2) + "0");
    }
    values.put("niner", "9");
    return Map.copyOf(values);
  }

  /// The digits in the order in which they were said, a leading plus kept; words that are no digits
  /// are skipped. Empty when there are none.
  public static String from(Words words) {
    StringBuilder digits = new StringBuilder();
    List<String> list = words.list();
    int at = 0;
    while (at < list.size()) {
      String word = list.get(at);
      Optional<String> value = value(word);
      boolean more = at + 1 < list.size();
      if (TIMES.containsKey(word) && more && one(list.get(at + 1)).isPresent()) {
        digits.append(one(list.get(at + 1)).get().repeat(TIMES.get(word)));
        at++;
      } else if (NumberNames.TENS.contains(word) && more && isCount(list.get(at + 1))) {
        digits.append(value.orElseThrow().charAt(0)).append(one(list.get(at + 1)).orElseThrow());
        at++;
      } else if (ZEROS.containsKey(word)) {
        digits.append(digits.isEmpty() ? "" : ZEROS.get(word));
      } else if (word.equals("plus") && digits.isEmpty()) {
        digits.append('+');
      } else {
        value.ifPresent(digits::append);
      }
      at++;
    }
    return digits.toString().equals("+") ? "" : digits.toString();
  }

  /// The number as it is read out: digit by digit, in groups of three, a group of one avoided.
  public static String spoken(String number) {
    String digits = number.replaceAll("[^0-9]", "");
    StringBuilder spoken = new StringBuilder(number.startsWith("+") ? "plus " : "");
    int at = 0;
    while (at < digits.length()) {
      int left = digits.length() - at;
      int group = left == GROUP + 1 || left == 2 ? 2 : Math.min(GROUP, left);
      spoken.append(at == 0 ? "" : ", ").append(each(digits.substring(at, at + group)));
      at += group;
    }
    return spoken.toString().strip();
  }

  /// What one word of a number stands for: 0 to 19, 20, 30 to 90; empty for other words.
  public static OptionalInt number(String word) {
    String value = VALUES.get(word);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  /// How often "double" or "triple" says the digit after it.
  public static OptionalInt times(String word) {
    Integer times = TIMES.get(word);
    return times == null ? OptionalInt.empty() : OptionalInt.of(times);
  }

  /// The zeros that "hundred" or "thousand" stands for within a number; empty for other words.
  public static Optional<String> zeros(String word) {
    return Optional.ofNullable(ZEROS.get(word));
  }

  /// Whether a number is read out with this word, figure by figure or in pairs: "oh", "double",
  /// "twenty".
  public static boolean isReadOut(String word) {
    return VALUES.containsKey(word) || READ_ZEROS.contains(word) || TIMES.containsKey(word);
  }

  /// Every word that a number may be read out with, for the recognizer.
  public static List<String> vocabulary() {
    return java.util.stream.Stream.of(
            NumberNames.ONES,
            NumberNames.TEENS,
            NumberNames.TENS,
            List.of("oh", "double", "triple", "hundred", "plus"))
        .flatMap(List::stream)
        .toList();
  }

  private static String each(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> NumberNames.ONES.get(digit - '0'))
        .collect(Collectors.joining(" "));
  }

  /// The digits that one word or row of digits stands for: "oh" is 0, "twenty" 20; empty for other
  /// words.
  public static Optional<String> value(String word) {
    boolean written = word.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '+');
    if (READ_ZEROS.contains(word)) {
      return Optional.of("0");
    }
    return written ? Optional.of(word) : Optional.ofNullable(VALUES.get(word));
  }

  private static Optional<String> one(String word) {
    return value(word).filter(value -> value.length() == 1 && !value.equals("+"));
  }

  /// A digit that can follow "twenty": "twenty two" is 22, "twenty oh" is 20 and 0.
  private static boolean isCount(String word) {
    return NumberNames.ONES.indexOf(word) > 0;
  }
}
