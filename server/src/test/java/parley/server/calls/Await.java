package parley.server.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits until something holds, and fails with a sentence when it does not in time.
final class Await {

  private static final long EVERY_NANOS = Duration.ofMillis(25).toNanos();

  private Await() {}

  static void until(String what, Duration atMost, BooleanSupplier holds) {
    Boolean _ =
        value(what, atMost, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  static <T> T value(String what, Duration atMost, Supplier<Optional<T>> look) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("Not within " + atMost.toMillis() + " ms: " + what);
      }
      LockSupport.parkNanos(EVERY_NANOS);
    }
  }
}
