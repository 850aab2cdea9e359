package parley.speech.audio;

import java.nio.ByteBuffer;

/** The format chunk of a WAV file; codes as in RFC 2361. */
record WavFormat(int code, int channels, int sampleRateHz, int bits) {
  private static final int PCM = 1;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;

  static WavFormat of(ByteBuffer chunk) {
    int code = chunk.getShort(0) & 0xFFFF;
    if (code == EXTENSIBLE && chunk.limit() >= 26) {
      code = chunk.getShort(24) & 0xFFFF;
    }
    return new WavFormat(
        code, chunk.getShort(2) & 0xFFFF, chunk.getInt(4), chunk.getShort(14) & 0xFFFF);
  }

  /** What makes this format one that cannot be read; empty when it can. */
  String problem() {
    if (channels < 1 || channels > 2) {
      return channels + " channels";
    }
    if (sampleRateHz < 4000 || sampleRateHz > 192_000) {
      return "a sample rate of " + sampleRateHz + " Hz";
    }
    return switch (code) {
      case PCM -> bits == 16 || bits == 8 ? "" : bits + "-bit PCM";
      case A_LAW, MU_LAW -> bits == 8 ? "" : bits + "-bit G.711";
      default -> "coding number " + code;
    };
  }

  int frameBytes() {
    return channels * bits / 8;
  }

  Pcm decode(byte[] data) {
    short[] samples =
        switch (code) {
          case A_LAW -> G711.fromALaw(data);
          case MU_LAW -> G711.fromMuLaw(data);
          default -> bits == 16 ? Samples.fromLittleEndian(data) : fromUnsignedBytes(data);
        };
    return new Pcm(channels == 2 ? mixed(samples) : samples, sampleRateHz);
  }

  private static short[] fromUnsignedBytes(byte[] data) {
    short[] samples = new short[data.length];
    for (int i = 0; i < data.length; i++) {
      samples[i] = (short) (((data[i] & 0xFF) - 128) << 8);
    }
    return samples;
  }

  private static short[] mixed(short[] interleaved) {
    short[] mono = new short[interleaved.length / 2];
    for (int i = 0; i < mono.length; i++) {
      mono[i] = (short) ((interleaved[2 * i] + interleaved[2 * i + 1]) / 2);
    }
    return mono;
  }
}
