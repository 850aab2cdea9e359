package parley.callback.calendar;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time. Immutable; any thread.
///
/// @param from inclusive
/// @param until exclusive, after `from`
public record Span(Instant from, Instant until) {

  public Span {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("A span must end after it begins");
    }
  }

  public boolean overlaps(Span other) {
    return from.isBefore(other.until) && other.from.isBefore(until);
  }

  public boolean holds(Span other) {
    return !other.from.isBefore(from) && !other.until.isAfter(until);
  }

  /// The same with time before and after it.
  public Span with(Duration before, Duration after) {
    return new Span(from.minus(before), until.plus(after));
  }
}
