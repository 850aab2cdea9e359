package parley.dialogue.entities;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;

/// Dates in figures: "2027-04-03", "03/04/2027" by region, "4.5.27", "on 3/4". Pure; any thread.
final class NumericDates {
  private static final Set<String> CUES =
      Set.of("on", "by", "until", "till", "since", "from", "before", "after", "for", "dated", "am");
  private static final int CENTURY = 2000;

  private NumericDates() {}

  static Optional<DateFind> at(Tokens tokens, int i, CallerContext context) {
    String first = tokens.word(i);
    String sign = tokens.word(i + 1);
    if (!tokens.token(i).isDigits() || !separates(tokens, i + 1) || continues(tokens, i)) {
      return Optional.empty();
    }
    boolean full = tokens.gluedSign(i + 3, sign) && tokens.gluedDigits(i + 4);
    if (!full) {
      return withoutYear(tokens, i, context);
    }
    String last = tokens.word(i + 4);
    if (goesOn(tokens, i + 5)) {
      return Optional.empty();
    }
    if (first.length() == 4 && sign.equals("-")) {
      return day(first, tokens.word(i + 2), last).map(d -> find(i, i + 5, d));
    }
    boolean year = last.length() == 4 || (last.length() == 2 && !sign.equals("-"));
    return year && first.length() <= 2
        ? regional(first, tokens.word(i + 2), last, sign, context).map(d -> find(i, i + 5, d))
        : Optional.empty();
  }

  private static boolean separates(Tokens tokens, int at) {
    return (tokens.gluedSign(at, "-") || tokens.gluedSign(at, "/") || tokens.gluedSign(at, "."))
        && tokens.gluedDigits(at + 1);
  }

  private static boolean continues(Tokens tokens, int at) {
    return tokens.token(at).glued()
        && tokens.token(at - 1).glued()
        && (tokens.token(at - 2).isDigits() || tokens.token(at - 1).isDigits());
  }

  private static boolean goesOn(Tokens tokens, int at) {
    return separates(tokens, at);
  }

  private static Optional<LocalDate> regional(
      String first, String second, String year, String sign, CallerContext context) {
    String full = year.length() == 2 ? String.valueOf(CENTURY + Integer.parseInt(year)) : year;
    boolean monthFirst = context.monthFirst() && !sign.equals(".");
    Optional<LocalDate> expected = monthFirst ? day(full, first, second) : day(full, second, first);
    // 25/12 can only be meant the other way round.
    return expected.or(() -> monthFirst ? day(full, second, first) : day(full, first, second));
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    if (year.length() > 4 || month.length() > 2 || day.length() > 2) {
      return Optional.empty();
    }
    return Days.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static Optional<DateFind> withoutYear(Tokens tokens, int i, CallerContext context) {
    String first = tokens.word(i);
    String second = tokens.word(i + 2);
    if (!tokens.is(i - 1, CUES)
        || !tokens.is(i + 1, "/")
        || second.length() > 2
        || first.length() > 2) {
      return Optional.empty();
    }
    int month = Integer.parseInt(context.monthFirst() ? first : second);
    int day = Integer.parseInt(context.monthFirst() ? second : first);
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    return Days.nearest(
            context.today(),
            Month.of(month),
            day,
            PastCues.before(tokens, i, context),
            !PastCues.ahead(tokens, i, context))
        .map(date -> find(i, i + 3, date));
  }

  private static DateFind find(int from, int to, LocalDate day) {
    return new DateFind(from, to, EntityValue.Dates.of(day));
  }
}
