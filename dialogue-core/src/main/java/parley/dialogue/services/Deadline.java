package parley.dialogue.services;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A moment by which something must be over.
///
/// @param nanos a steady ticker such as `System::nanoTime`
record Deadline(LongSupplier nanos, long atNanos) {

  static Deadline in(Duration time, LongSupplier nanos) {
    return new Deadline(nanos, nanos.getAsLong() + time.toNanos());
  }

  /// What is left; at least a millisecond, so that a wait always is one.
  Duration left() {
    return Duration.ofNanos(Math.max(1_000_000, atNanos - nanos.getAsLong()));
  }

  boolean passed() {
    return nanos.getAsLong() - atNanos >= 0;
  }
}
