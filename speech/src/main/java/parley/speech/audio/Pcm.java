package parley.speech.audio;

import java.time.Duration;

/// Sound: 16-bit mono samples at one rate. The array is shared, not copied: who hands it over stops
/// writing to it.
public final class Pcm {
  private final short[] samples;
  private final int sampleRateHz;

  public Pcm(short[] samples, int sampleRateHz) {
    if (sampleRateHz < 1) {
      throw new IllegalArgumentException("A sample rate is positive, not " + sampleRateHz);
    }
    this.samples = samples;
    this.sampleRateHz = sampleRateHz;
  }

  /// No sound at all.
  public static Pcm empty(int sampleRateHz) {
    return new Pcm(new short[0], sampleRateHz);
  }

  public boolean isEmpty() {
    return samples.length == 0;
  }

  public short[] samples() {
    return samples;
  }

  public int sampleRateHz() {
    return sampleRateHz;
  }

  public Duration duration() {
    return Duration.ofNanos(samples.length * 1_000_000_000L / sampleRateHz);
  }
}
