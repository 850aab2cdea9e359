package parley.callback.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours of one day by the clock on the wall. They belong to the day on which they begin, and may
/// go on after its midnight.
///
/// @param from minutes after midnight
/// @param until minutes after the same midnight, exclusive; more than a day where they go on after
///   the next one
public record Span(int from, int until) {

  static final int DAY = 24 * 60;

  static final String FORM =
      "two different times from 00:00 to 24:00 such as 08:00-20:00, or 22:00-06:00 across midnight";

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,2}):(\\d{2}) ?- ?(\\d{1,2}):(\\d{2})");

  public Span {
    if (from < 0 || from >= DAY || until <= from || until > from + DAY) {
      throw new IllegalArgumentException(
          "A span begins within a day and lasts a day at most, but is %d-%d minutes"
              .formatted(from, until));
    }
  }

  /// Reads `08:00-20:00`; empty when it is not of that [#FORM].
  static Optional<Span> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int from = minutes(matcher.group(1), matcher.group(2));
    int until = minutes(matcher.group(3), matcher.group(4));
    if (from < 0 || until < 0 || from == DAY || from == until || until == 0) {
      // Ending at 00:00 is written 24:00, so that an empty span cannot look like a whole day.
      return Optional.empty();
    }
    return Optional.of(new Span(from, until > from ? until : until + DAY));
  }

  private static int minutes(String hour, String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = Integer.parseInt(minute);
    boolean allowed = minutes < 60 && hours * 60 + minutes <= DAY;
    return allowed ? hours * 60 + minutes : -1;
  }

  LocalDateTime from(LocalDate day) {
    return day.atStartOfDay().plusMinutes(from);
  }

  LocalDateTime until(LocalDate day) {
    return day.atStartOfDay().plusMinutes(until);
  }

  @Override
  public String toString() {
    int end = until > DAY ? until - DAY : until;
    return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, end / 60, end % 60);
  }
}
