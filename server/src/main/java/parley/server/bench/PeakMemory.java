package parley.server.bench;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Watches a number of megabytes once a second and keeps the highest.
public final class PeakMemory implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Supplier<OptionalDouble> residentMb;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile OptionalDouble highest = OptionalDouble.empty();

  public PeakMemory(Supplier<OptionalDouble> residentMb) {
    this.residentMb = residentMb;
  }

  public void start() {
    var _ = Thread.ofVirtual().name("peak-memory").start(this::watch);
  }

  private void watch() {
    try {
      do {
        OptionalDouble now = residentMb.get();
        if (now.isPresent() && (highest.isEmpty() || now.getAsDouble() > highest.getAsDouble())) {
          highest = now;
        }
      } while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public OptionalDouble highestMb() {
    return highest;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
