package parley.server.channel;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import parley.speech.audio.G711;

/// Makes effects. [Random] gives the same numbers for the same seed on every machine: it is
/// specified so.
final class Effects {
  /** A recording is clipped by raising its peak this far above full scale. */
  private static final double OVERDRIVE_DB = 12;

  private static final int FULL_SCALE = 32768;

  private Effects() {}

  /// @param number what the effect's kind says it means
  /// @param seed of what happens by chance
  /// @param level of the sound that the effect will get; measured only where it is needed
  static Effect of(Kind kind, double number, long seed, Supplier<Level> level) {
    return switch (kind) {
      case CLEAN -> frame -> frame;
      case MULAW -> frame -> G711.fromMuLaw(G711.toMuLaw(frame));
      case ALAW -> frame -> G711.fromALaw(G711.toALaw(frame));
      case NOISE -> noise(level.get().effective() / ratio(number), new Random(seed));
      case LOSS -> loss(number / 100, new Random(seed));
      case QUIET -> gain(1 / ratio(number));
      case CLIP -> gain(overdrive(level.get().peak()));
    };
  }

  private static double overdrive(int peak) {
    return peak == 0 ? 1 : ratio(OVERDRIVE_DB) * FULL_SCALE / peak;
  }

  private static double ratio(double decibels) {
    return Math.pow(10, decibels / 20);
  }

  /** White: every sample of its own, with a normal distribution. */
  private static Effect noise(double effective, Random random) {
    return frame -> each(frame, 1, () -> effective * random.nextGaussian());
  }

  private static Effect gain(double factor) {
    return frame -> each(frame, factor, () -> 0);
  }

  private static Effect loss(double share, Random random) {
    return frame -> random.nextDouble() < share ? new short[frame.length] : frame;
  }

  private static short[] each(short[] frame, double factor, DoubleSupplier added) {
    short[] changed = new short[frame.length];
    for (int i = 0; i < frame.length; i++) {
      long value = Math.round(frame[i] * factor + added.getAsDouble());
      changed[i] = (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return changed;
  }
}
