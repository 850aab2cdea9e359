package parley.speech.gate;

/// The power spectrum of the last 32 ms of a stream (Hann window, FFT). Thread: one owner.
final class Spectrum {
  private static final int MILLIS = 32;

  private final int size;
  private final double hzPerBin;
  private final double[] window;
  private final double[] held;
  private final double[] real;
  private final double[] imaginary;
  private final double[] power;

  /// For 8000 or 16000 Hz, so that the size is a power of two.
  Spectrum(int sampleRateHz) {
    this.size = sampleRateHz * MILLIS / 1000;
    this.hzPerBin = (double) sampleRateHz / size;
    this.window = new double[size];
    this.held = new double[size];
    this.real = new double[size];
    this.imaginary = new double[size];
    this.power = new double[size / 2];
    for (int i = 0; i < size; i++) {
      // Scaled so that the bins' powers add up to the mean square of a signal of full scale 1.
      window[i] = (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size)) / 32768;
    }
  }

  /// Takes a frame and gives the power of each bin; the array is used again at the next frame.
  double[] of(short[] frame) {
    System.arraycopy(held, frame.length, held, 0, size - frame.length);
    for (int i = 0; i < frame.length; i++) {
      held[size - frame.length + i] = frame[i];
    }
    for (int i = 0; i < size; i++) {
      real[i] = held[i] * window[i];
      imaginary[i] = 0;
    }
    transform();
    double scale = 2.0 / ((double) size * size) / 0.375;
    for (int i = 0; i < power.length; i++) {
      power[i] = (real[i] * real[i] + imaginary[i] * imaginary[i]) * scale;
    }
    return power;
  }

  int bin(double hz) {
    return Math.min(power.length, (int) Math.round(hz / hzPerBin));
  }

  /** In-place radix-2 FFT. */
  private void transform() {
    for (int i = 1, j = 0; i < size; i++) {
      int bit = size >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double swapped = real[i];
        real[i] = real[j];
        real[j] = swapped;
      }
    }
    for (int length = 2; length <= size; length <<= 1) {
      for (int start = 0; start < size; start += length) {
        butterflies(start, length);
      }
    }
  }

  private void butterflies(int start, int length) {
    double angle = -2 * Math.PI / length;
    for (int k = 0; k < length / 2; k++) {
      double cos = Math.cos(angle * k);
      double sin = Math.sin(angle * k);
      int a = start + k;
      int b = a + length / 2;
      double re = real[b] * cos - imaginary[b] * sin;
      double im = real[b] * sin + imaginary[b] * cos;
      real[b] = real[a] - re;
      imaginary[b] = imaginary[a] - im;
      real[a] += re;
      imaginary[a] += im;
    }
  }
}
