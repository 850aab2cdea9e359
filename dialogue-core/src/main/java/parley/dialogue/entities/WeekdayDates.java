package parley.dialogue.entities;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.dialogue.entities.EntityValue.Dates;
import parley.dialogue.entities.Numerals.Ordinal;

/// Weekdays: "friday", "next monday", "a week on friday", "friday the twelfth"; and days of a month
/// without its name: "on the fifteenth". Pure; any thread.
final class WeekdayDates {
  private static final Set<String> WHICH = Set.of("next", "this", "last", "coming");
  private static final Set<String> DAY_CUES =
      Set.of("on", "by", "until", "till", "since", "before", "after", "from");
  private static final List<String> NEXT_WEEK = List.of("next", "week");
  private static final List<String> A_WEEK_ON = List.of("a", "week", "on");

  private WeekdayDates() {}

  static Optional<DateFind> at(Tokens tokens, int i, CallerContext context) {
    if (tokens.phrase(i, A_WEEK_ON)) {
      return CalendarWords.weekday(tokens.word(i + 3))
          .map(day -> find(i, i + 4, Days.weekday(context.today(), day, "", false).plusWeeks(1)));
    }
    boolean which = tokens.is(i, WHICH);
    Optional<DayOfWeek> day = CalendarWords.weekday(tokens.word(which ? i + 1 : i));
    if (day.isPresent()) {
      return Optional.of(
          weekday(
              tokens, i, which ? i + 2 : i + 1, day.get(), which ? tokens.word(i) : "", context));
    }
    return dayOfMonth(tokens, i, context);
  }

  private static DateFind weekday(
      Tokens tokens, int i, int next, DayOfWeek day, String which, CallerContext context) {
    LocalDate today = context.today();
    if (tokens.phrase(next, NEXT_WEEK)) {
      return find(i, next + 2, Days.weekday(today, day, "next", false));
    }
    if (tokens.is(next, "week")) {
      return find(i, next + 1, Days.weekday(today, day, "", false).plusWeeks(1));
    }
    Optional<DateFind> numbered = numbered(tokens, i, next, context);
    return numbered.orElseGet(
        () -> find(i, next, Days.weekday(today, day, which, PastCues.before(tokens, i, context))));
  }

  /// "friday the twelfth".
  private static Optional<DateFind> numbered(
      Tokens tokens, int i, int next, CallerContext context) {
    if (!tokens.is(next, "the")) {
      return Optional.empty();
    }
    Ordinal number = Numerals.ordinal(tokens, next + 1);
    return number.next() == 0
        ? Optional.empty()
        : Days.ofMonth(context.today(), number.value(), PastCues.before(tokens, i, context))
            .map(date -> find(i, number.next(), date));
  }

  /// "on the fifteenth", but not "on the second floor".
  private static Optional<DateFind> dayOfMonth(Tokens tokens, int i, CallerContext context) {
    if (!tokens.is(i - 1, DAY_CUES) || !tokens.is(i, "the")) {
      return Optional.empty();
    }
    Ordinal number = Numerals.ordinal(tokens, i + 1);
    if (number.next() == 0 || !Endings.endsWell(tokens, number.next())) {
      return Optional.empty();
    }
    return Days.ofMonth(context.today(), number.value(), PastCues.before(tokens, i, context))
        .map(date -> find(i, number.next(), date));
  }

  private static DateFind find(int from, int to, LocalDate day) {
    return new DateFind(from, to, Dates.of(day));
  }
}
