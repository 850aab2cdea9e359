package parley.speech.audio;

import java.util.Arrays;

/// The low-pass filter of a [Resampler]: a windowed sinc at as many places between two samples as
/// outputs can lie. Where the two rates have too little in common for that (44,101 and 8,000 Hz),
/// the filter is known at 512 places and interpolated between them, whose error is more than 100 dB
/// down. Immutable; any thread.
final class SincPhases {
  private static final double BETA = 7.6;
  private static final double ATTENUATION_DB = 78;
  private static final double PASS = 0.92;
  private static final double KALDI_ZEROS = 6;
  private static final double KALDI_CUTOFF = 0.99;

  /** Rates whose ratio needs more phases than this are interpolated. */
  private static final int MOST_PHASES = 2000;

  private static final int INTERPOLATED_PHASES = 512;

  private final int up;
  private final boolean kaldi;
  private final boolean exact;
  private final int taps;
  private final float[][] weights;

  /// @param up places between two samples
  /// @param widen the ratio of the rates, at least 1
  SincPhases(int up, double widen, boolean kaldi) {
    this.up = up;
    this.kaldi = kaldi;
    this.exact = up <= MOST_PHASES;
    int wanted = (int) Math.ceil(2 * halfWidth() * widen);
    this.taps = wanted + wanted % 2;
    this.weights = design(widen);
  }

  private SincPhases() {
    up = 1;
    kaldi = false;
    exact = true;
    taps = 2;
    weights = new float[][] {{1, 0}};
  }

  /// Leaves everything as it is, for rates that are the same.
  static SincPhases none() {
    return new SincPhases();
  }

  /// How many samples one output is made of.
  int taps() {
    return taps;
  }

  /// The output at `phase / up` samples after the middle of what begins at `start`.
  float at(float[] samples, int start, int phase) {
    if (exact) {
      return sum(samples, start, weights[phase]);
    }
    double place = (double) phase / up * INTERPOLATED_PHASES;
    int before = (int) place;
    float share = (float) (place - before);
    return (1 - share) * sum(samples, start, weights[before])
        + share * sum(samples, start, weights[before + 1]);
  }

  private static float sum(float[] samples, int start, float[] weights) {
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * samples[start + i];
    }
    return sum;
  }

  /** In samples of the lower rate. */
  private double halfWidth() {
    double transition = Math.PI * (1 - PASS);
    return kaldi ? KALDI_ZEROS / KALDI_CUTOFF : (ATTENUATION_DB - 7.95) / (2.285 * transition) / 2;
  }

  private float[][] design(double widen) {
    int steps = exact ? up : INTERPOLATED_PHASES;
    float[][] designed = new float[exact ? up : INTERPOLATED_PHASES + 1][taps];
    for (int phase = 0; phase < designed.length; phase++) {
      double[] precise = new double[taps];
      for (int i = 0; i < taps; i++) {
        precise[i] = weight(((double) phase / steps + (taps / 2 - 1) - i) / widen);
      }
      double gain = Arrays.stream(precise).sum();
      for (int i = 0; i < taps; i++) {
        designed[phase][i] = (float) (precise[i] / gain);
      }
    }
    return designed;
  }

  private double weight(double distance) {
    double at = distance / halfWidth();
    return kaldi
        ? sinc(KALDI_CUTOFF * distance) * hann(at)
        : sinc((1 + PASS) / 2 * distance) * kaiser(at);
  }

  private static double hann(double x) {
    return Math.abs(x) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * x);
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-12 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
  }

  /** The modified Bessel function of order zero, by its series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-12; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
