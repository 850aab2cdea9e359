package parley.speech.audio;

import java.nio.ByteBuffer;

/** The format chunk of a WAV file; codes as in RFC 2361. */
record WavFormat(int code, int channels, int sampleRateHz, int bits) {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;

  /** More than any microphone array; beyond it the header is broken. */
  private static final int MOST_CHANNELS = 64;

  private static final int SUB_FORMAT = 24;
  private static final double FULL_SCALE = 32768;

  static WavFormat of(ByteBuffer chunk) {
    int code = chunk.getShort(0) & 0xFFFF;
    if (code == EXTENSIBLE && chunk.limit() >= SUB_FORMAT + 2) {
      code = chunk.getShort(SUB_FORMAT) & 0xFFFF;
    }
    int channels = chunk.getShort(2) & 0xFFFF;
    int bits = chunk.getShort(14) & 0xFFFF;
    // 24 bits may lie in four bytes: they are the upper ones then.
    boolean wide = code == PCM && bits == 24 && (chunk.getShort(12) & 0xFFFF) == 4 * channels;
    return new WavFormat(code, channels, chunk.getInt(4), wide ? 32 : bits);
  }

  /** What makes this format one that cannot be read; empty when it can. */
  String problem() {
    if (channels < 1 || channels > MOST_CHANNELS) {
      return channels + " channels";
    }
    if (sampleRateHz < 4000 || sampleRateHz > 192_000) {
      return "a sample rate of " + sampleRateHz + " Hz";
    }
    return switch (code) {
      case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32 ? "" : bits + "-bit PCM";
      case FLOAT -> bits == 32 ? "" : bits + "-bit floating point";
      case A_LAW, MU_LAW -> bits == 8 ? "" : bits + "-bit G.711";
      default -> "coding number " + code;
    };
  }

  int frameBytes() {
    return channels * bits / 8;
  }

  /** Whole frames as 16-bit samples, all channels mixed to one. */
  short[] mono(ByteBuffer frames) {
    short[] mono = new short[frames.remaining() / frameBytes()];
    int at = frames.position();
    for (int i = 0; i < mono.length; i++) {
      int sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += sample(frames, at);
        at += bits / 8;
      }
      mono[i] = (short) (sum / channels);
    }
    return mono;
  }

  private short sample(ByteBuffer data, int at) {
    return switch (code) {
      case A_LAW -> G711.fromALaw(data.get(at));
      case MU_LAW -> G711.fromMuLaw(data.get(at));
      case FLOAT -> Samples.clip(data.getFloat(at) * FULL_SCALE);
      default ->
          bits == 8
              ? (short) (((data.get(at) & 0xFF) - 128) << 8)
              : data.getShort(at + bits / 8 - 2);
    };
  }
}
