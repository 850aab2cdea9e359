package parley.dialogue.entities;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// Reads how many: "one thousand two hundred", "two and a half", "half a million", "1,249.50",
/// "2k". Pure; any thread.
final class NumberReader {
  private static final Map<String, Long> SCALES =
      Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MOST_DECIMALS = 6;

  /// A number and the token after it.
  record Amount(BigDecimal value, int next, boolean written) {

    boolean whole() {
      return value.stripTrailingZeros().scale() <= 0;
    }
  }

  private NumberReader() {}

  static Optional<Amount> read(Tokens tokens, int at, CallerContext context) {
    if (tokens.token(at).isDigits()) {
      return WrittenNumbers.read(tokens, at, context).map(n -> scaled(tokens, n));
    }
    if (tokens.is(at, "half") && (tokens.is(at + 1, "a") || tokens.is(at + 1, "an"))) {
      return Optional.of(scaled(tokens, new Amount(HALF, at + 2, false)));
    }
    return spoken(tokens, at).map(n -> scaled(tokens, fraction(tokens, n)));
  }

  /// "point five", "and a half".
  private static Amount fraction(Tokens tokens, Amount whole) {
    int at = whole.next();
    if (tokens.is(at, "and") && tokens.is(at + 1, "a") && tokens.is(at + 2, "half")) {
      return new Amount(whole.value().add(HALF), at + 3, false);
    }
    if (!tokens.is(at, "point")) {
      return whole;
    }
    StringBuilder decimals = new StringBuilder();
    int next = at + 1;
    while (decimals.length() < MOST_DECIMALS && isFigure(tokens.word(next))) {
      decimals.append(Numerals.value(tokens.word(next)).orElse(0));
      next++;
    }
    return decimals.isEmpty()
        ? whole
        : new Amount(whole.value().add(new BigDecimal("0." + decimals)), next, false);
  }

  private static boolean isFigure(String word) {
    return Numerals.isUnit(word) || word.equals("oh");
  }

  /// "1.5 million", "two and a half thousand", "2k".
  private static Amount scaled(Tokens tokens, Amount amount) {
    int at = amount.next();
    if (amount.written() && tokens.token(at).glued() && tokens.is(at, "k")) {
      return new Amount(amount.value().multiply(BigDecimal.valueOf(1000)), at + 1, true);
    }
    Long scale = SCALES.get(tokens.word(at));
    if (scale == null) {
      return amount;
    }
    return new Amount(amount.value().multiply(BigDecimal.valueOf(scale)), at + 1, amount.written());
  }

  /// A whole number in words.
  static Optional<Amount> spoken(Tokens tokens, int from) {
    SpokenNumber number = new SpokenNumber();
    int at = from;
    while (number.takes(tokens, at)) {
      at++;
    }
    return number.value().isEmpty() || at == from
        ? Optional.empty()
        : Optional.of(new Amount(BigDecimal.valueOf(number.value().getAsLong()), at, false));
  }
}
