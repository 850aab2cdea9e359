package parley.server.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// A day or a moment as people type it.
final class TimeText {

  private TimeText() {}

  /// A day means its beginning in the site's zone; where that hour is skipped, the first moment
  /// after it.
  static Instant parse(String option, String text, ZoneId zone) {
    try {
      if (text.length() == "2026-05-31".length()) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      boolean hasOffset = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$");
      return hasOffset
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException wrong) {
      throw new CommandFault(
          "%s is %s; allowed is a day (2026-05-31), a time in %s (2026-05-31T14:30) or one with its offset (2026-05-31T14:30:00Z)"
              .formatted(option, text, zone),
          wrong);
    }
  }
}
