package parley.server.callbacks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import parley.callback.work.CallbackChanges.Change;
import parley.callback.work.CallbackOverview;

/// Cancels a promise, also one whose phone rings in this moment: the ringing is ended, and the
/// promise cancelled once its node has written down that nobody answered. Thread: one.
///
/// @param letGo ends the ringing of an attempt; false when it does not ring
record Cancelling(CallbackOverview all, Predicate<UUID> letGo, Clock clock) {

  /// Nodes write it down within a second; one that has just died is succeeded later.
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(15);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  Change of(UUID callback) {
    Change change = all.cancel(callback, clock.instant());
    if (change != Change.BEING_CALLED) {
      return change;
    }
    Optional<UUID> attempt = all.underWay(callback);
    return attempt.isPresent() && !letGo.test(attempt.get()) ? change : afterwards(callback);
  }

  private Change afterwards(UUID callback) {
    Instant deadline = clock.instant().plus(WRITTEN_WITHIN);
    Change change = all.cancel(callback, clock.instant());
    while (change == Change.BEING_CALLED && clock.instant().isBefore(deadline)) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      change = all.cancel(callback, clock.instant());
    }
    return change;
  }
}
