package parley.server.appointment;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// A day and an hour as they are typed: `2026-06-02T10:00` or `2026-06-02 10:00`.
///
/// @param at the nearest that exists
/// @param exists false for a day that the month does not have
record WishedTime(LocalDateTime at, boolean exists) {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.SMART);

  /// Empty for what is no time at all.
  static Optional<WishedTime> parse(String text) {
    String plain = text.strip().replace('T', ' ');
    try {
      LocalDateTime at = LocalDateTime.parse(plain, FORM);
      return Optional.of(new WishedTime(at, FORM.format(at).equals(plain)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
