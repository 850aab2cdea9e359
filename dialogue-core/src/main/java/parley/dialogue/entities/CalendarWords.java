package parley.dialogue.entities;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Months, weekdays and years in words. Pure; any thread.
final class CalendarWords {
  private static final Map<String, Month> MONTHS = months();
  private static final Map<String, Month> SHORT_MONTHS = shortMonths();
  private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
  private static final Map<String, DayOfWeek> SHORT_WEEKDAYS = shortWeekdays();
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /// A year and the token after it; next is 0 when there is none.
  record NamedYear(int value, int next) {
    static final NamedYear NONE = new NamedYear(0, 0);

    boolean present() {
      return next > 0;
    }
  }

  private CalendarWords() {}

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (Month month : Month.values()) {
      months.put(month.name().toLowerCase(Locale.ROOT), month);
    }
    return Map.copyOf(months);
  }

  private static Map<String, Month> shortMonths() {
    Map<String, Month> months = new HashMap<>();
    for (Month month : Month.values()) {
      months.put(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month);
    }
    months.put("sept", Month.SEPTEMBER);
    return Map.copyOf(months);
  }

  private static Map<String, DayOfWeek> weekdays() {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().toLowerCase(Locale.ROOT), day);
    }
    return Map.copyOf(days);
  }

  private static Map<String, DayOfWeek> shortWeekdays() {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
    }
    days.put("tues", DayOfWeek.TUESDAY);
    days.put("thur", DayOfWeek.THURSDAY);
    days.put("thurs", DayOfWeek.THURSDAY);
    return Map.copyOf(days);
  }

  static Optional<Month> month(String word) {
    return Optional.ofNullable(MONTHS.get(word));
  }

  /// Beside a day's number short forms are months too.
  static Optional<Month> monthBesideDay(String word) {
    return month(word).or(() -> Optional.ofNullable(SHORT_MONTHS.get(word)));
  }

  static Optional<DayOfWeek> weekday(String word) {
    return Optional.ofNullable(WEEKDAYS.get(word));
  }

  /// Before a date short forms are weekdays too.
  static Optional<DayOfWeek> weekdayBeforeDate(String word) {
    return weekday(word).or(() -> Optional.ofNullable(SHORT_WEEKDAYS.get(word)));
  }

  /// "2027", "twenty twenty seven", "two thousand and five", "nineteen eighty four".
  static NamedYear year(Tokens tokens, int at) {
    if (tokens.token(at).isDigits()) {
      return tokens.word(at).length() == 4 && !tokens.gluedSign(at + 1, ":")
          ? inRange(Integer.parseInt(tokens.word(at)), at + 1)
          : NamedYear.NONE;
    }
    if (tokens.is(at, "two") && tokens.is(at + 1, "thousand")) {
      return NumberReader.spoken(tokens, at)
          .map(n -> inRange(n.value().intValue(), n.next()))
          .orElse(NamedYear.NONE);
    }
    OptionalInt century = Numerals.value(tokens.word(at));
    return century.orElse(0) == 19 || century.orElse(0) == 20
        ? inCentury(tokens, century.getAsInt(), at + 1)
        : NamedYear.NONE;
  }

  private static NamedYear inCentury(Tokens tokens, int century, int at) {
    if (tokens.is(at, "oh") && Numerals.isUnit(tokens.word(at + 1))) {
      return inRange(century * 100 + Numerals.value(tokens.word(at + 1)).orElse(0), at + 2);
    }
    return NumberReader.spoken(tokens, at)
        .filter(n -> n.value().intValue() >= 10 && n.value().intValue() < 100)
        .map(n -> inRange(century * 100 + n.value().intValue(), n.next()))
        .orElse(NamedYear.NONE);
  }

  private static NamedYear inRange(int year, int next) {
    return year >= FIRST_YEAR && year <= LAST_YEAR ? new NamedYear(year, next) : NamedYear.NONE;
  }
}
