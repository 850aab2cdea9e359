package parley.dialogue.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.words.NumberNames;

/// The words that numbers and references are read out with. Pure.
final class NumberWords {

  static final Set<String> FILLERS =
      Set.of(
          "uh", "um", "er", "erm", "hmm", "ah", "then", "space", "dash", "hyphen", "minus", "slash",
          "sorry", "no", "wait");

  private static final Map<String, String> VALUES = values();
  private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3);
  private static final Map<String, String> POWERS = Map.of("hundred", "00", "thousand", "000");
  private static final Map<String, String> LETTERS = letters();

  private NumberWords() {}

  private static Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < NumberNames.ONES.size(); i++) {
      values.put(NumberNames.ONES.get(i), String.valueOf(i));
      values.put(NumberNames.TEENS.get(i), "1" + i);
    }
    for (int i = 0; i < NumberNames.TENS.size(); i++) {
      values.put(NumberNames.TENS.get(i), (i + 2) + "0");
    }
    for (String zero : List.of("oh", "o", "nought", "naught", "null")) {
      values.put(zero, "0");
    }
    values.put("niner", "9");
    return Map.copyOf(values);
  }

  private static Map<String, String> letters() {
    Map<String, String> letters = new HashMap<>();
    for (String word :
        ("alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima"
                + " mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray"
                + " yankee zulu")
            .split(" ")) {
      letters.put(word, word.substring(0, 1));
    }
    return Map.copyOf(letters);
  }

  static boolean number(Token token) {
    return token.digits() || (token.word() && VALUES.containsKey(token.lower()));
  }

  static boolean one(Token token) {
    return VALUES.getOrDefault(token.lower(), token.raw()).length() == 1 && number(token);
  }

  static boolean tens(Token token) {
    return token.word()
        && number(token)
        && value(token).length() == 2
        && value(token).charAt(1) == '0'
        && !token.is("ten");
  }

  static boolean power(Token token) {
    return POWERS.containsKey(token.lower());
  }

  static Optional<Integer> times(Token token) {
    return Optional.ofNullable(TIMES.get(token.lower()));
  }

  /// The digits that a number token stands for; of "hundred" its zeros.
  static String value(Token token) {
    if (token.digits()) {
      return token.raw();
    }
    return VALUES.getOrDefault(token.lower(), POWERS.getOrDefault(token.lower(), ""));
  }

  /// The letter that a word of the spelling alphabet, or a single letter, stands for; else empty.
  static String letter(Token token) {
    if (token.word() && token.raw().length() == 1) {
      return token.lower();
    }
    return LETTERS.getOrDefault(token.lower(), "");
  }
}
