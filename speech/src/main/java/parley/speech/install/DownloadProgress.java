package parley.speech.install;

import java.time.Duration;

/// Says now and then how much of a file is there.
final class DownloadProgress {
  private static final long PERCENT = 5;
  private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();

  private final InstallProgress progress;
  private final String name;
  private final long size;
  private long saidPercent;
  private long saidNanos = System.nanoTime();

  DownloadProgress(InstallProgress progress, String name, long size) {
    this.progress = progress;
    this.name = name;
    this.size = size;
  }

  void at(long bytes) {
    long percent = 100 * bytes / size;
    long now = System.nanoTime();
    if (percent - saidPercent >= PERCENT || now - saidNanos >= QUIET_NANOS) {
      progress.line(
          "%s: %s of %s (%d %%)".formatted(name, Megabytes.of(bytes), Megabytes.of(size), percent));
      saidPercent = percent;
      saidNanos = now;
    }
  }
}
