package parley.speech.audio;

/// The two telephone codings of ITU-T G.711, one byte a sample: mu-law (America, Japan) and A-law
/// (elsewhere). Thread: any.
public final class G711 {
  private static final short[] MU_LAW_TO_LINEAR = new short[256];
  private static final short[] A_LAW_TO_LINEAR = new short[256];

  /** Indexed by the sample's upper 14 bits: mu-law has no finer step. */
  private static final byte[] LINEAR_TO_MU_LAW = new byte[1 << 14];

  /** Indexed by the sample's upper 13 bits: A-law has no finer step. */
  private static final byte[] LINEAR_TO_A_LAW = new byte[1 << 13];

  static {
    for (int code = 0; code < 256; code++) {
      MU_LAW_TO_LINEAR[code] = expandMuLaw(code);
      A_LAW_TO_LINEAR[code] = expandALaw(code);
    }
    for (int i = 0; i < LINEAR_TO_MU_LAW.length; i++) {
      LINEAR_TO_MU_LAW[i] = compressMuLaw((short) (i << 2));
    }
    for (int i = 0; i < LINEAR_TO_A_LAW.length; i++) {
      LINEAR_TO_A_LAW[i] = compressALaw((short) (i << 3));
    }
  }

  private G711() {}

  public static short[] fromMuLaw(byte[] coded) {
    return expand(coded, MU_LAW_TO_LINEAR);
  }

  public static short[] fromALaw(byte[] coded) {
    return expand(coded, A_LAW_TO_LINEAR);
  }

  static short fromMuLaw(byte coded) {
    return MU_LAW_TO_LINEAR[coded & 0xFF];
  }

  static short fromALaw(byte coded) {
    return A_LAW_TO_LINEAR[coded & 0xFF];
  }

  public static byte[] toMuLaw(short[] samples) {
    byte[] coded = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      coded[i] = LINEAR_TO_MU_LAW[(samples[i] & 0xFFFF) >> 2];
    }
    return coded;
  }

  public static byte[] toALaw(short[] samples) {
    byte[] coded = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      coded[i] = LINEAR_TO_A_LAW[(samples[i] & 0xFFFF) >> 3];
    }
    return coded;
  }

  private static short[] expand(byte[] coded, short[] table) {
    short[] samples = new short[coded.length];
    for (int i = 0; i < coded.length; i++) {
      samples[i] = table[coded[i] & 0xFF];
    }
    return samples;
  }

  private static short expandMuLaw(int code) {
    int bits = ~code & 0xFF;
    int exponent = bits >> 4 & 7;
    int magnitude = (((bits & 0xF) << 3 | 0x84) << exponent) - 0x84;
    return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
  }

  private static byte compressMuLaw(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs((int) sample), 32635) + 0x84;
    int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    int mantissa = magnitude >> (exponent + 3) & 0xF;
    return (byte) ~(sign | exponent << 4 | mantissa);
  }

  private static short expandALaw(int code) {
    int bits = code ^ 0x55;
    int exponent = bits >> 4 & 7;
    int magnitude = (bits & 0xF) << 4 | 8;
    if (exponent > 0) {
      magnitude = (magnitude | 0x100) << (exponent - 1);
    }
    return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
  }

  private static byte compressALaw(short sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = sample < 0 ? -sample - 1 : sample;
    int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    int mantissa = magnitude >> (exponent == 0 ? 4 : exponent + 3) & 0xF;
    return (byte) ((sign | exponent << 4 | mantissa) ^ 0x55);
  }
}
