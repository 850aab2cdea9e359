package parley.callback.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours of one day on the wall.
///
/// @param fromMinute of the day, inclusive
/// @param untilMinute of the day, exclusive; 1440 is midnight at the day's end
public record DayHours(int fromMinute, int untilMinute) {

  static final int MINUTES = 24 * 60;

  public static final DayHours WHOLE_DAY = new DayHours(0, MINUTES);

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,2}):(\\d{2})\\s*(?:-|–|to)\\s*(\\d{1,2}):(\\d{2})");

  public DayHours {
    if (fromMinute < 0 || untilMinute > MINUTES || fromMinute >= untilMinute) {
      throw new IllegalArgumentException("Hours are written like 09:00-17:30");
    }
  }

  /// From `09:00-17:30`; `24:00` is the day's end.
  public static Optional<DayHours> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int from = minute(parts.group(1), parts.group(2));
    int until = minute(parts.group(3), parts.group(4));
    return from < 0 || until > MINUTES || until <= from
        ? Optional.empty()
        : Optional.of(new DayHours(from, until));
  }

  private static int minute(String hours, String minutes) {
    int minute = Integer.parseInt(minutes);
    return minute > 59 ? MINUTES + 1 : Integer.parseInt(hours) * 60 + minute;
  }

  /// These hours of a day; empty where the clock skips all of them. A clock that is set back makes
  /// them longer.
  public Optional<Span> on(LocalDate day, ZoneId zone) {
    var from = at(day, fromMinute, zone);
    // Of an hour that comes twice, the second one ends the day's work.
    var until = at(day, untilMinute, zone).withLaterOffsetAtOverlap();
    return from.isBefore(until)
        ? Optional.of(new Span(from.toInstant(), until.toInstant()))
        : Optional.empty();
  }

  private static java.time.ZonedDateTime at(LocalDate day, int minute, ZoneId zone) {
    return minute == MINUTES
        ? day.plusDays(1).atStartOfDay(zone)
        : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone);
  }

  /// Whether a time of day lies in them.
  public boolean holds(LocalTime time) {
    int minute = time.toSecondOfDay() / 60;
    return minute >= fromMinute && minute < untilMinute;
  }
}
