package parley.dialogue.entities;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.dialogue.entities.EntityValue.Dates;

/// Days counted from today: "tomorrow", "in three days", "two weeks ago", "next week". Pure; any
/// thread.
final class RelativeDates {
  private static final Map<Integer, Phrases> DAYS =
      Map.of(
          2, Phrases.of("the day after tomorrow", "day after tomorrow"),
          -2, Phrases.of("the day before yesterday", "day before yesterday"),
          0, Phrases.of("today"),
          1, Phrases.of("tomorrow"),
          -1, Phrases.of("yesterday"));
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "day", ChronoUnit.DAYS,
          "week", ChronoUnit.WEEKS,
          "month", ChronoUnit.MONTHS,
          "year", ChronoUnit.YEARS);
  private static final Map<String, Integer> SIDES = Map.of("last", -1, "this", 0, "next", 1);
  private static final int MOST = 1000;

  /// So many days, weeks, months or years, and the token after them.
  private record Count(long times, ChronoUnit unit, int next) {}

  private RelativeDates() {}

  static Optional<DateFind> at(Tokens tokens, int i, CallerContext context) {
    return phrase(tokens, i, context)
        .or(() -> distance(tokens, i, context))
        .or(() -> period(tokens, i, context));
  }

  private static Optional<DateFind> phrase(Tokens tokens, int i, CallerContext context) {
    for (var phrase : DAYS.entrySet()) {
      int next = phrase.getValue().after(tokens, i);
      if (next > 0) {
        return Optional.of(
            new DateFind(i, next, Dates.of(context.today().plusDays(phrase.getKey()))));
      }
    }
    return Optional.empty();
  }

  private static Optional<DateFind> distance(Tokens tokens, int i, CallerContext context) {
    if (tokens.is(i, "in")) {
      return count(tokens, i + 1, context)
          .map(c -> new DateFind(i, c.next(), Dates.of(context.today().plus(c.times(), c.unit()))));
    }
    return count(tokens, i, context).flatMap(c -> fromNow(tokens, i, c, context));
  }

  private static Optional<DateFind> fromNow(
      Tokens tokens, int i, Count count, CallerContext context) {
    if (tokens.is(count.next(), "ago")) {
      return Optional.of(
          new DateFind(
              i, count.next() + 1, Dates.of(context.today().minus(count.times(), count.unit()))));
    }
    return tokens.is(count.next(), "from") && tokens.is(count.next() + 1, List.of("now", "today"))
        ? Optional.of(
            new DateFind(
                i, count.next() + 2, Dates.of(context.today().plus(count.times(), count.unit()))))
        : Optional.empty();
  }

  private static Optional<Count> count(Tokens tokens, int at, CallerContext context) {
    if (tokens.is(at, "a")) {
      return tokens.is(at + 1, "fortnight")
          ? Optional.of(new Count(2, ChronoUnit.WEEKS, at + 2))
          : unit(tokens, at + 1, 1)
              .filter(c ->
                  c.unit() == ChronoUnit.WEEKS
                      || c.unit() == ChronoUnit.MONTHS
                      || tokens.is(c.next(), "ago"))
              .or(() -> couple(tokens, at));
    }
    return NumberReader.read(tokens, at, context)
        .filter(n -> n.whole() && n.value().intValue() <= MOST)
        .flatMap(n -> unit(tokens, n.next(), n.value().intValue()));
  }

  private static Optional<Count> couple(Tokens tokens, int at) {
    return tokens.is(at + 1, "couple")
        ? unit(tokens, tokens.is(at + 2, "of") ? at + 3 : at + 2, 2)
        : Optional.empty();
  }

  private static Optional<Count> unit(Tokens tokens, int at, int times) {
    return Units.singular(tokens.word(at))
        .flatMap(unit -> Optional.ofNullable(UNITS.get(unit)))
        .map(unit -> new Count(times, unit, at + 1));
  }

  /// "next week", "this weekend", "last month".
  private static Optional<DateFind> period(Tokens tokens, int i, CallerContext context) {
    Integer side = SIDES.get(tokens.word(i));
    if (side == null) {
      return Optional.empty();
    }
    LocalDate today = context.today();
    LocalDate week = today.plusWeeks(side);
    Optional<Dates> dates =
        switch (tokens.word(i + 1)) {
          case "week" -> Optional.of(Days.wholeWeek(week));
          case "weekend" ->
              Optional.of(
                  new Dates(Days.wholeWeek(week).last().minusDays(1), Days.wholeWeek(week).last()));
          case "month" -> Optional.of(Days.wholeMonth(today.plusMonths(side)));
          case "year" ->
              Optional.of(
                  new Dates(
                      LocalDate.of(today.getYear() + side, 1, 1),
                      LocalDate.of(today.getYear() + side, 12, 31)));
          default -> Optional.empty();
        };
    return dates.map(d -> new DateFind(i, i + 2, d));
  }
}
