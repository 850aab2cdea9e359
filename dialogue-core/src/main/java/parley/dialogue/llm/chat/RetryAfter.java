package parley.dialogue.llm.chat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// How long a provider wants to be left alone (RFC 9110, section 10.2.3): seconds or a date. Pure.
final class RetryAfter {

  /// When it does not say.
  private static final Duration USUAL = Duration.ofSeconds(1);

  /// A header that asks for more is wrong or hostile.
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  static Duration of(String header, Instant now) {
    Duration asked = header.matches("\\d{1,9}") ? seconds(header) : until(header, now);
    return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
  }

  private static Duration seconds(String header) {
    return Duration.ofSeconds(Long.parseLong(header));
  }

  private static Duration until(String header, Instant now) {
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
      return Duration.between(now, date);
    } catch (DateTimeException neither) {
      return USUAL;
    }
  }
}
