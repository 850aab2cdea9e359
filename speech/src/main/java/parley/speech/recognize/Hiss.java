package parley.speech.recognize;

import java.util.SplittableRandom;

/// The faint noise that Kaldi's recognizers want under every sound: in digital silence, which
/// telephone lines carry, the logarithm of nothing misleads the network. Kaldi makes it itself from
/// a random seed (`--dither`), so that the same audio is heard differently each time; the models
/// that Parley ships turn that off, and this hiss begins anew with each utterance.
///
/// Source: Kaldi's `Dither`: Gaussian, with a standard deviation of one step of 16 bits. Thread:
/// one.
final class Hiss {
  private static final long SEED = 20_260_101;

  private SplittableRandom random = new SplittableRandom(SEED);

  /// The sound with the hiss under it.
  short[] under(short[] samples) {
    short[] with = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      long value = samples[i] + Math.round(random.nextGaussian());
      with[i] = (short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return with;
  }

  /// The next utterance begins.
  void again() {
    random = new SplittableRandom(SEED);
  }
}
