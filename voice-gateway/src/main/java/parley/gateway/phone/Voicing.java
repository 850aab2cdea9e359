package parley.gateway.phone;

/// Which 20 ms frames count as voiced: those whose energy (root mean square of the 16-bit samples)
/// is -45 dB of full scale or more. Line noise, comfort noise and the quantization noise of G.711
/// lie below -55 dB; a quiet vowel on a telephone lies above -35 dB.
public final class Voicing {

  public static final int SAMPLE_RATE_HZ = 8_000;
  public static final int FRAME_SAMPLES = 160;
  public static final long FRAME_NANOS = 20_000_000;

  /// 32768 * 10^(-45/20).
  static final int THRESHOLD_RMS = 184;

  private Voicing() {}

  /// Whether the frame of at most 160 samples that starts at `from` is voiced.
  public static boolean voiced(short[] samples, int from) {
    int end = Math.min(from + FRAME_SAMPLES, samples.length);
    long energy = 0;
    for (int i = from; i < end; i++) {
      energy += (long) samples[i] * samples[i];
    }
    return energy >= (long) THRESHOLD_RMS * THRESHOLD_RMS * FRAME_SAMPLES;
  }
}
