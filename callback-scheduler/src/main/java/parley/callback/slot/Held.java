package parley.callback.slot;

import java.time.Duration;
import java.time.Instant;
import parley.callback.calendar.Span;

/// A time that a calendar cannot be had: an appointment or a busy time. Immutable; any thread.
///
/// @param calendar its name
/// @param span itself
/// @param before held before it
/// @param after held after it
/// @param place where it is; empty: nowhere in particular
public record Held(String calendar, Span span, Duration before, Duration after, String place) {

  /// A time that a calendar's own feed tells of.
  public static Held busy(String calendar, Instant from, Instant until) {
    return new Held(calendar, new Span(from, until), Duration.ZERO, Duration.ZERO, "");
  }

  /// With what is held around it.
  public Span whole() {
    return span.with(before, after);
  }
}
