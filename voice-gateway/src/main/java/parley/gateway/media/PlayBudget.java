package parley.gateway.media;

/// Keeps what waits to be played below what Asterisk's queue holds: it drops the rest without a
/// word. Thread: the link's owner.
final class PlayBudget {
  /// Asterisk's queue is 1,000 frames of 20 ms; a tenth of it is kept free.
  private static final long MOST_WAITING_MS = 18_000;

  private final int sampleRateHz;
  private long emptyAtNanos;
  private long pausedAtNanos = -1;

  PlayBudget(int sampleRateHz) {
    this.sampleRateHz = sampleRateHz;
    this.emptyAtNanos = System.nanoTime();
  }

  void take(int samples) {
    long now = pausedAtNanos >= 0 ? pausedAtNanos : System.nanoTime();
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
      pausedAtNanos = System.nanoTime();
    }
  }

  void resume() {
    if (pausedAtNanos >= 0) {
      emptyAtNanos += System.nanoTime() - pausedAtNanos;
      pausedAtNanos = -1;
    }
  }

  void clear() {
    emptyAtNanos = System.nanoTime();
    pausedAtNanos = -1;
  }
}
