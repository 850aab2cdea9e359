package parley.dialogue.entities;

import java.math.BigDecimal;
import java.util.Optional;

/// Reads numbers in figures with signs between them: "1,249.50", "1.249,50", "49,90". Pure; any
/// thread.
final class WrittenNumbers {
  /// Longer rows of digits are no amounts.
  private static final int MOST_DIGITS = 12;

  private static final int MOST_GROUPS = 5;
  private static final int GROUP = 3;

  private WrittenNumbers() {}

  static Optional<NumberReader.Amount> read(Tokens tokens, int at, CallerContext context) {
    if (tokens.word(at).length() > MOST_DIGITS || continues(tokens, at)) {
      return Optional.empty();
    }
    int end = at + 1;
    while (end < at + 2 * MOST_GROUPS && isSeparator(tokens, end) && tokens.gluedDigits(end + 1)) {
      end += 2;
    }
    if (end == at + 1) {
      return amount(tokens.word(at), end);
    }
    return grouped(tokens, at, end, context);
  }

  private static boolean isSeparator(Tokens tokens, int at) {
    return tokens.gluedSign(at, ",") || tokens.gluedSign(at, ".");
  }

  /// Whether the digits here are the rest of a number that begins before them.
  private static boolean continues(Tokens tokens, int at) {
    return tokens.token(at).glued()
        && isSeparator(tokens, at - 1)
        && tokens.token(at - 2).isDigits();
  }

  private static Optional<NumberReader.Amount> grouped(
      Tokens tokens, int at, int end, CallerContext context) {
    String last = tokens.word(end - 1);
    String separator = tokens.word(end - 2);
    boolean several = end - at > GROUP;
    boolean decimals =
        several
            ? !tokens.word(at + 1).equals(separator)
            : last.length() != GROUP || separator.equals(context.decimalComma() ? "," : ".");
    StringBuilder whole = new StringBuilder(tokens.word(at));
    int groupsEnd = decimals ? end - 2 : end;
    for (int i = at + 2; i < groupsEnd; i += 2) {
      if (tokens.word(i).length() != GROUP || whole.length() > MOST_DIGITS) {
        return Optional.empty();
      }
      whole.append(tokens.word(i));
    }
    return last.length() > MOST_DIGITS
        ? Optional.empty()
        : amount(decimals ? whole + "." + last : whole.toString(), end);
  }

  private static Optional<NumberReader.Amount> amount(String number, int next) {
    return Optional.of(new NumberReader.Amount(new BigDecimal(number), next, true));
  }
}
