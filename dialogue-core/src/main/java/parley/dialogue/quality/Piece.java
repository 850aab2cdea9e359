package parley.dialogue.quality;

import java.math.BigDecimal;
import java.util.Optional;

/// A word, mark or number in a text. `number` is its value, in whatever form it was written;
/// `ordinal` for "third" and "3rd", `inWords` for what was written in letters.
record Piece(String text, Optional<BigDecimal> number, boolean ordinal, boolean inWords) {

  static Piece word(String text) {
    return new Piece(text, Optional.empty(), false, false);
  }

  static Piece number(String text, BigDecimal value, boolean ordinal, boolean inWords) {
    return new Piece(text, Optional.of(value), ordinal, inWords);
  }

  boolean isNumber() {
    return number.isPresent();
  }

  boolean is(String word) {
    return text.equals(word);
  }

  /// A whole number from 0 to this, or -1.
  int upTo(int most) {
    return number
        .filter(value -> value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0)
        .filter(value -> value.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::intValue)
        .orElse(-1);
  }

  /// The number as a plain decimal.
  String plain() {
    return number.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
  }
}
