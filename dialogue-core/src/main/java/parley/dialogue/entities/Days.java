package parley.dialogue.entities;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// Which day is meant. The rules: a weekday alone is the nearest one ahead, never today; "next" is
/// in the calendar week (Monday to Sunday) after this one; "this" may be today; what lies behind is
/// the nearest one behind. A day and month without a year is the next one, today included, or one
/// of the last 31 days where nothing says that it lies ahead. Pure; any thread.
final class Days {
  /// A 29 February is at most eight years away (1896 to 1904, 2096 to 2104).
  private static final int YEARS = 8;

  private static final int RECENT_DAYS = 31;

  private Days() {}

  static LocalDate weekday(LocalDate today, DayOfWeek day, String which, boolean past) {
    return switch (which) {
      case "next" ->
          today
              .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
              .with(TemporalAdjusters.nextOrSame(day));
      case "this" -> today.with(TemporalAdjusters.nextOrSame(day));
      case "last" -> today.with(TemporalAdjusters.previous(day));
      default -> today.with(past ? TemporalAdjusters.previous(day) : TemporalAdjusters.next(day));
    };
  }

  /// The day that exists, in this year.
  static Optional<LocalDate> of(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// @param recent whether a day of the last weeks is likelier than one in almost a year
  static Optional<LocalDate> nearest(
      LocalDate today, Month month, int day, boolean past, boolean recent) {
    Optional<LocalDate> last = nearest(today, month, day, true);
    return recent && last.filter(d -> d.plusDays(RECENT_DAYS).isAfter(today)).isPresent()
        ? last
        : nearest(today, month, day, past);
  }

  static Optional<LocalDate> nearest(LocalDate today, Month month, int day, boolean past) {
    for (int i = 0; i <= YEARS; i++) {
      Optional<LocalDate> date = of(today.getYear() + (past ? -i : i), month.getValue(), day);
      if (date.isPresent() && !(past ? date.get().isAfter(today) : date.get().isBefore(today))) {
        return date;
      }
    }
    return Optional.empty();
  }

  /// The next month in which there is such a day, or the last one.
  static Optional<LocalDate> ofMonth(LocalDate today, int day, boolean past) {
    for (int i = 0; i < 3; i++) {
      LocalDate month = today.plusMonths(past ? -i : i);
      Optional<LocalDate> date = of(month.getYear(), month.getMonthValue(), day);
      if (date.isPresent() && !(past ? date.get().isAfter(today) : date.get().isBefore(today))) {
        return date;
      }
    }
    return Optional.empty();
  }

  static EntityValue.Dates wholeMonth(LocalDate day) {
    return new EntityValue.Dates(
        day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
  }

  static EntityValue.Dates wholeWeek(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new EntityValue.Dates(monday, monday.plusDays(6));
  }
}
