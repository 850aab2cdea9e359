package parley.dialogue.entities;

import java.util.OptionalInt;
import java.util.Set;
import parley.dialogue.understanding.Digits;
import parley.dialogue.words.NumberNames;

/// The words of numbers, one by one. Pure; any thread.
final class Numerals {
  private static final int MOST_UNIT = 9;
  private static final int LEAST_TENS = 20;
  private static final Set<String> SUFFIXES = Set.of("st", "nd", "rd", "th");

  /// An ordinal up to the thirty-first, and the token after it.
  record Ordinal(int value, int next) {}

  private Numerals() {}

  /// 0 to 19, 20, 30 to 90.
  static OptionalInt value(String word) {
    return Digits.number(word);
  }

  static boolean isTens(String word) {
    return value(word).orElse(0) >= LEAST_TENS;
  }

  static boolean isUnit(String word) {
    return value(word).orElse(MOST_UNIT + 1) <= MOST_UNIT;
  }

  /// Whether numbers are read out with this word, figure by figure or in pairs.
  static boolean isReadOut(String word) {
    return Digits.isReadOut(word);
  }

  static boolean isNumber(String word) {
    return isReadOut(word) || word.equals("hundred") || word.equals("thousand");
  }

  /// "third", "twenty first", "3rd", "thirtieth"; 0 and next 0 when there is none.
  static Ordinal ordinal(Tokens tokens, int at) {
    if (tokens.token(at).isDigits()
        && tokens.token(at + 1).glued()
        && tokens.is(at + 1, SUFFIXES)
        && tokens.word(at).length() <= 2) {
      return new Ordinal(Integer.parseInt(tokens.word(at)), at + 2);
    }
    String word = tokens.word(at);
    int value = word.equals("twentieth") ? 20 : NumberNames.ORDINALS.indexOf(word) + 1;
    // The "first" of "thirty first" is none of its own.
    if (value > 0 && !(value < 10 && isTens(tokens.word(at - 1)))) {
      return new Ordinal(value, at + 1);
    }
    if (word.equals("thirtieth")) {
      return new Ordinal(30, at + 1);
    }
    int after = NumberNames.ORDINALS.indexOf(tokens.word(at + 1)) + 1;
    if ((word.equals("twenty") || word.equals("thirty")) && after > 0 && after < 10) {
      return new Ordinal(value(word).orElse(0) + after, at + 2);
    }
    return new Ordinal(0, 0);
  }
}
