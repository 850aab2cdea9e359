package parley.dialogue.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import parley.dialogue.understanding.Digits;

/// The words that numbers and references are read out with, on the tokens of this package. Pure.
final class NumberWords {

  static final Set<String> FILLERS =
      Set.of(
          "uh", "um", "er", "erm", "hmm", "ah", "then", "space", "dash", "hyphen", "minus", "slash",
          "sorry", "no", "wait");

  private static final Map<String, String> LETTERS = letters();

  private NumberWords() {}

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
    return token.digits() || (token.word() && Digits.value(token.lower()).isPresent());
  }

  static boolean one(Token token) {
    return number(token) && value(token).length() == 1;
  }

  static boolean tens(Token token) {
    return token.word() && Digits.number(token.lower()).orElse(0) >= 20;
  }

  static boolean power(Token token) {
    return Digits.zeros(token.lower()).isPresent();
  }

  static OptionalInt times(Token token) {
    return Digits.times(token.lower());
  }

  /// The digits that a number token stands for; of "hundred" its zeros.
  static String value(Token token) {
    return token.mark()
        ? ""
        : Digits.value(token.lower()).or(() -> Digits.zeros(token.lower())).orElse("");
  }

  /// The letter that a word of the spelling alphabet, or a single letter, stands for; else empty.
  static String letter(Token token) {
    if (token.word() && token.raw().length() == 1) {
      return token.lower();
    }
    return LETTERS.getOrDefault(token.lower(), "");
  }
}
