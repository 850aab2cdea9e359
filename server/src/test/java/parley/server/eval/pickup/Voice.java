package parley.server.eval.pickup;

/// A hum at a voice's pitch with its overtones, which the gate takes for a voice.
final class Voice {

  private static final int RATE_HZ = 8_000;

  private Voice() {}

  /// Voice (`500v`) and silence (`600s`) in milliseconds, 16-bit mono at 8000 Hz.
  static short[] sounds(String line) {
    int length = 0;
    for (String part : line.split(" ")) {
      length += ms(part) * RATE_HZ / 1_000;
    }
    short[] sound = new short[length];
    int at = 0;
    for (String part : line.split(" ")) {
      for (int end = at + ms(part) * RATE_HZ / 1_000; at < end; at++) {
        sound[at] = part.endsWith("v") ? hum(at) : 0;
      }
    }
    return sound;
  }

  private static int ms(String part) {
    return Integer.parseInt(part.substring(0, part.length() - 1));
  }

  private static short hum(int at) {
    double sum = 0;
    for (int overtone = 1; overtone <= 20; overtone++) {
      sum += Math.sin(2 * Math.PI * 140 * overtone * at / RATE_HZ) / overtone;
    }
    return (short) (4_000 * sum);
  }
}
