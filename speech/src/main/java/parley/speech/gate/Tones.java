package parley.speech.gate;

/// Tells machine tones (keypad, dial and ring tones, fax) from voices: a tone's power lies in one
/// or two narrow peaks, a voice's in many harmonics.
final class Tones {

  /** Bins on each side that belong to a peak through the Hann window. */
  private static final int SKIRT = 2;

  /** Voices stay below 0.97 but for humming; keypad tones on a noisy line stay above. */
  private static final double CONCENTRATED = 0.97;

  private Tones() {}

  static boolean isTone(double[] power) {
    double total = 0;
    for (double bin : power) {
      total += bin;
    }
    int first = peak(power, -1);
    int second = peak(power, first);
    return total > 0 && (around(power, first) + around(power, second)) / total > CONCENTRATED;
  }

  private static int peak(double[] power, int except) {
    int best = -1;
    for (int i = 0; i < power.length; i++) {
      boolean taken = except >= 0 && Math.abs(i - except) <= 2 * SKIRT;
      if (!taken && (best < 0 || power[i] > power[best])) {
        best = i;
      }
    }
    return best;
  }

  private static double around(double[] power, int peak) {
    double sum = 0;
    for (int i = Math.max(0, peak - SKIRT); i <= Math.min(power.length - 1, peak + SKIRT); i++) {
      sum += power[i];
    }
    return sum;
  }
}
