package parley.server.callbacks;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import parley.server.command.CommandFault;

/// Hours and zones as people type them. Pure.
final class WishedTime {

  /// A day that no month has is an error here...
  private static final DateTimeFormatter STRICT = format(ResolverStyle.STRICT);

  /// ...and the last one of its month here.
  private static final DateTimeFormatter NEAREST = format(ResolverStyle.SMART);

  private WishedTime() {}

  private static DateTimeFormatter format(ResolverStyle style) {
    return new DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd'T'HH:mm")
        .toFormatter(Locale.ROOT)
        .withResolverStyle(style);
  }

  /// @throws CommandFault with the nearest day, where the day does not exist
  static LocalDateTime hour(String option, String text) {
    try {
      return LocalDateTime.parse(text, STRICT);
    } catch (DateTimeException wrong) {
      throw new CommandFault(
          "%s is %s, and there is no such day or hour; %s"
              .formatted(option, text, proposal(option, text)),
          wrong);
    }
  }

  private static String proposal(String option, String text) {
    try {
      return "the nearest is " + option + " " + STRICT.format(LocalDateTime.parse(text, NEAREST));
    } catch (DateTimeException noTimeAtAll) {
      return "one looks like 2026-05-31T14:30, on the clock of whoever is called";
    }
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException wrong) {
      throw new CommandFault(
          "--zone is %s, and there is no such time zone; one looks like Europe/Berlin"
              .formatted(text),
          wrong);
    }
  }

  static String shown(LocalDateTime hour) {
    return STRICT.format(hour);
  }
}
