package parley.dialogue.flows;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The day that was said in English: "tomorrow", "next friday", "in two weeks", "the fifth of
/// march". A day of the month that has passed means the next year's. Pure.
final class SpokenDay {

  private static final List<String> DAYS = names(DayOfWeek.values());
  private static final List<String> MONTHS = names(java.time.Month.values());

  private final List<String> words;
  private final LocalDate today;

  private SpokenDay(List<String> words, LocalDate today) {
    this.words = words;
    this.today = today;
  }

  /// @param from where its words begin
  /// @param to where they end
  record Found(LocalDate day, int from, int to) {}

  static Optional<Found> in(List<String> words, LocalDate today) {
    SpokenDay day = new SpokenDay(words, today);
    for (int at = 0; at < words.size(); at++) {
      Optional<Found> found = day.at(at);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private Optional<Found> at(int at) {
    return switch (words.get(at)) {
      case "today", "tonight" -> found(today, at, 1);
      case "tomorrow" -> found(today.plusDays(1), at, 1);
      case "day" ->
          has(at + 1, "after") && has(at + 2, "tomorrow")
              ? found(today.plusDays(2), at, 3)
              : Optional.empty();
      case "in" -> after(at);
      default -> ofWeek(at).or(() -> ofMonth(at));
    };
  }

  private Optional<Found> after(int at) {
    boolean one = has(at + 1, "a") || has(at + 1, "an");
    Optional<Numerals.Numeral> number =
        one ? Optional.of(new Numerals.Numeral(1, 1)) : Numerals.at(words, at + 1);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    int unit = at + 1 + number.get().words();
    int count = number.get().value();
    if (has(unit, "day") || has(unit, "days")) {
      return found(today.plusDays(count), at, unit + 1 - at);
    }
    if (has(unit, "week") || has(unit, "weeks")) {
      return found(today.plusWeeks(count), at, unit + 1 - at);
    }
    return Optional.empty();
  }

  private Optional<Found> ofWeek(int at) {
    int day = DAYS.indexOf(words.get(at));
    return day < 0
        ? Optional.empty()
        : found(today.with(TemporalAdjusters.next(DayOfWeek.of(day + 1))), at, 1);
  }

  /// "The fifth of march", "march the fifth", "5 march", "march 5".
  private Optional<Found> ofMonth(int at) {
    Optional<Numerals.Numeral> day = Numerals.at(words, at);
    if (day.isPresent()) {
      int month = at + day.get().words();
      month += has(month, "of") ? 1 : 0;
      return month < words.size()
          ? dated(MONTHS.indexOf(words.get(month)), day.get().value(), at, month + 1)
          : Optional.empty();
    }
    int month = MONTHS.indexOf(words.get(at));
    int after = at + (has(at + 1, "the") ? 2 : 1);
    return month < 0
        ? Optional.empty()
        : Numerals.at(words, after)
            .flatMap(number -> dated(month, number.value(), at, after + number.words()));
  }

  private Optional<Found> dated(int month, int day, int from, int to) {
    if (month < 0) {
      return Optional.empty();
    }
    try {
      LocalDate date = MonthDay.of(month + 1, day).atYear(today.getYear());
      return Optional.of(new Found(date.isBefore(today) ? date.plusYears(1) : date, from, to));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Found> found(LocalDate day, int at, int length) {
    return Optional.of(new Found(day, at, at + length));
  }

  private boolean has(int at, String word) {
    return at < words.size() && words.get(at).equals(word);
  }
}
