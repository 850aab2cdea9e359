package parley.gateway.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/// The time of one call: milliseconds since it was answered, never going backwards, and the wall
/// clock to go with it.
final class CallTime {
  private final LongSupplier nanos;
  private final Instant answeredAt;
  private final long answeredNanos;

  /// @param nanos a steady ticker such as `System::nanoTime`
  CallTime(LongSupplier nanos, Clock clock) {
    this.nanos = nanos;
    this.answeredNanos = nanos.getAsLong();
    this.answeredAt = clock.instant();
  }

  long ms() {
    return (nanos.getAsLong() - answeredNanos) / 1_000_000;
  }

  Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - answeredNanos);
  }

  Instant answeredAt() {
    return answeredAt;
  }

  Instant at(long ms) {
    return answeredAt.plusMillis(ms);
  }
}
