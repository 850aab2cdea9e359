package parley.speech.gate;

/// How much the last 40 ms repeat themselves at the pitch of a voice (70 to 400 Hz): about 0 for
/// noise, near 1 for a vowel. It is what tells voices from hissing, rumbling and rustling of the
/// same loudness. Thread: one owner.
final class Periodicity {
  private static final int RATE_HZ = 8000;
  private static final int HELD = RATE_HZ * 40 / 1000;
  private static final int SHORTEST_LAG = RATE_HZ / 400;
  private static final int LONGEST_LAG = RATE_HZ / 70;

  /** Takes away the tilt of rumble, whose slow waves would look like a pitch. */
  private static final double PRE_EMPHASIS = 0.8;

  private final int every;
  private final double[] held = new double[HELD];
  private double last;

  Periodicity(int sampleRateHz) {
    this.every = sampleRateHz / RATE_HZ;
  }

  double of(short[] frame) {
    int count = frame.length / every;
    System.arraycopy(held, count, held, 0, HELD - count);
    for (int i = 0; i < count; i++) {
      double sample = 0;
      for (int k = 0; k < every; k++) {
        sample += frame[i * every + k];
      }
      sample /= every;
      held[HELD - count + i] = sample - PRE_EMPHASIS * last;
      last = sample;
    }
    return strongest();
  }

  /** The highest normalized autocorrelation that rises from a valley at shorter lags. */
  private double strongest() {
    double best = 0;
    double valley = 1;
    for (int lag = SHORTEST_LAG / 2; lag <= LONGEST_LAG; lag++) {
      double at = correlation(lag);
      valley = Math.min(valley, at);
      if (lag >= SHORTEST_LAG && at - Math.max(0, valley) > best) {
        best = at - Math.max(0, valley);
      }
    }
    return best;
  }

  private double correlation(int lag) {
    double both = 0;
    double early = 1e-9;
    double late = 1e-9;
    for (int i = lag; i < HELD; i++) {
      both += held[i] * held[i - lag];
      early += held[i - lag] * held[i - lag];
      late += held[i] * held[i];
    }
    return both / Math.sqrt(early * late);
  }
}
