package parley.server.bench.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Watches how much memory this process holds, four times a second, and keeps the highest: what
/// Linux counts as resident without the pages of files, which it gives back when they are needed.
/// Thread: any.
final class ResidentMemory implements AutoCloseable {

  private static final long EVERY_MS = 250;

  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile double highestMb;

  private ResidentMemory() {}

  static ResidentMemory watch() {
    ResidentMemory memory = new ResidentMemory();
    memory.look();
    var _ = Thread.ofVirtual().name("resident-memory").start(memory::keepLooking);
    return memory;
  }

  private void keepLooking() {
    try {
      while (!closed.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void look() {
    highestMb = Math.max(highestMb, residentMb());
  }

  double highestMb() {
    look();
    return highestMb;
  }

  /// Forgets the highest.
  synchronized void again() {
    highestMb = residentMb();
  }

  /// In MB of 10^6 bytes; 0 where there is no `/proc`.
  private static double residentMb() {
    try {
      return Files.readString(Path.of("/proc/self/status"))
          .lines()
          .filter(line -> line.startsWith("RssAnon:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1_024 / 1e6)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
