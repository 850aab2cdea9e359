package parley.gateway.phone;

/// Counts delays in steps of 20 microseconds up to 100 ms; what is longer counts in the last step
/// but keeps the maximum exact. Thread: any.
public final class DelayHistogram {

  private static final long STEP_NANOS = 20_000;
  private final int[] counts = new int[5_001];
  private long total;
  private long maxNanos;

  /// A negative delay counts by its size.
  synchronized void add(long nanos) {
    long size = Math.abs(nanos);
    counts[(int) Math.min(size / STEP_NANOS, counts.length - 1)]++;
    maxNanos = Math.max(maxNanos, size);
    total++;
  }

  /// Adds everything that this one counted to another one.
  public void addTo(DelayHistogram sum) {
    int[] seen;
    long seenMax;
    synchronized (this) {
      seen = counts.clone();
      seenMax = maxNanos;
    }
    sum.add(seen, seenMax);
  }

  private synchronized void add(int[] more, long moreMaxNanos) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += more[i];
      total += more[i];
    }
    maxNanos = Math.max(maxNanos, moreMaxNanos);
  }

  public synchronized long count() {
    return total;
  }

  public synchronized double maxMs() {
    return maxNanos / 1e6;
  }

  /// The delay that the given share (0 to 1) of all stays at or below, in ms; 0 when none.
  public synchronized double quantileMs(double share) {
    long wanted = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= wanted) {
        return Math.min((i + 1) * STEP_NANOS, maxNanos) / 1e6;
      }
    }
    return 0;
  }
}
