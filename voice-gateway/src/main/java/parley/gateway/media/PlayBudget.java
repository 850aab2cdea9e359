package parley.gateway.media;

import java.util.function.LongSupplier;

/// Keeps what waits to be played below what Asterisk's queue holds: it drops the rest without a
/// word. Thread: the link's owner.
final class PlayBudget {
  /// Asterisk's queue is 1,000 frames of 20 ms; a tenth of it is kept free.
  private static final long MOST_WAITING_MS = 18_000;

  private final int sampleRateHz;
  private final LongSupplier nanos;
  private long emptyAtNanos;
  private long pausedAtNanos = -1;

  /// @param nanos a steady ticker such as `System::nanoTime`
  PlayBudget(int sampleRateHz, LongSupplier nanos) {
    this.sampleRateHz = sampleRateHz;
    this.nanos = nanos;
    this.emptyAtNanos = nanos.getAsLong();
  }

  void take(int samples) {
    long now = pausedAtNanos >= 0 ? pausedAtNanos : nanos.getAsLong();
    long start = Math.max(now, emptyAtNanos);
    long end = start + samples * 1_000_000_000L / sampleRateHz;
    if (end - now > MOST_WAITING_MS * 1_000_000) {
      throw new IllegalStateException(
          "More than " + MOST_WAITING_MS + " ms of audio would wait for Asterisk to play it");
    }
    emptyAtNanos = end;
  }

  void pause() {
    if (pausedAtNanos < 0) {
      pausedAtNanos = nanos.getAsLong();
    }
  }

  void resume() {
    if (pausedAtNanos >= 0) {
      emptyAtNanos += nanos.getAsLong() - pausedAtNanos;
      pausedAtNanos = -1;
    }
  }

  void clear() {
    emptyAtNanos = nanos.getAsLong();
    pausedAtNanos = -1;
  }
}
