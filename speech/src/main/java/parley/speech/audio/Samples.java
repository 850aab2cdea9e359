package parley.speech.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// Arrays of 16-bit samples: to and from bytes, joined, measured. Thread: any.
public final class Samples {

  /// What [#dbfs] says of digital silence.
  public static final double SILENCE_DBFS = -100;

  private static final double FULL_SCALE = 32768;

  /** -50 dBFS. */
  private static final int QUIET = 104;

  private Samples() {}

  /// From 16-bit little-endian mono bytes (Asterisk's `slin`); a last odd byte is ignored.
  public static short[] fromLittleEndian(byte[] bytes) {
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  public static byte[] toLittleEndian(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  public static short[] join(List<short[]> pieces) {
    if (pieces.size() == 1) {
      return pieces.getFirst();
    }
    short[] joined = new short[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (short[] piece : pieces) {
      System.arraycopy(piece, 0, joined, at, piece.length);
      at += piece.length;
    }
    return joined;
  }

  /// The level (root mean square) in decibels below full scale, at least [#SILENCE_DBFS].
  public static double dbfs(short[] samples) {
    double energy = 0;
    for (short sample : samples) {
      energy += (double) sample * sample;
    }
    double rms = samples.length == 0 ? 0 : Math.sqrt(energy / samples.length) / FULL_SCALE;
    return rms == 0 ? SILENCE_DBFS : Math.max(SILENCE_DBFS, 20 * Math.log10(rms));
  }

  /// Makes samples louder or softer in place; 1 leaves them.
  public static void scale(short[] samples, double gain) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = clip(samples[i] * gain);
    }
  }

  /// Cuts silence (below -50 dBFS) at both ends down to so many samples.
  public static short[] trimmed(short[] samples, int mostBefore, int mostAfter) {
    int first = 0;
    while (first < samples.length && Math.abs(samples[first]) < QUIET) {
      first++;
    }
    int last = samples.length - 1;
    while (last > first && Math.abs(samples[last]) < QUIET) {
      last--;
    }
    int from = Math.max(0, first - mostBefore);
    return Arrays.copyOfRange(
        samples, Math.min(from, samples.length), Math.min(samples.length, last + 1 + mostAfter));
  }

  static short clip(double value) {
    return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  static short[] firstOf(short[] samples, int count) {
    return samples.length == count ? samples : Arrays.copyOf(samples, count);
  }
}
