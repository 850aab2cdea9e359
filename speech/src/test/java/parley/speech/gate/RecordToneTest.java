package parley.speech.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which sounds are the tone of a machine that records.
class RecordToneTest {

  private static final int RATE_HZ = 8_000;

  /// Silence, then pitches in Hz (`1000`, `941+1336`) for a time, then silence, over a hissing
  /// line.
  private static long tones(String pitches, int ms) {
    Random random = new Random(3);
    int from = RATE_HZ / 2;
    int until = from + ms * RATE_HZ / 1_000;
    short[] sound = new short[until + RATE_HZ / 2];
    for (int i = 0; i < sound.length; i++) {
      double sample = random.nextGaussian() * 60;
      if (i >= from && i < until) {
        for (String hz : pitches.split("\\+")) {
          sample += 5_000 * Math.sin(2 * Math.PI * Integer.parseInt(hz) * i / RATE_HZ);
        }
      }
      sound[i] = (short) sample;
    }
    RecordTone tone = new RecordTone(RATE_HZ);
    long over = 0;
    for (int at = 0; at + 160 <= sound.length; at += 160) {
      over += tone.over(Arrays.copyOfRange(sound, at, at + 160)) ? 1 : 0;
    }
    return over;
  }

  @ParameterizedTest(name = "{0} Hz for {1} ms: {2}")
  @CsvSource({
    "1000, 400, 1",
    "1400, 200, 1",
    "440, 600, 1",
    "800, 1500, 1",
    "1000, 60, 0",
    "1000, 4000, 0",
    "425, 1000, 0",
    "941+1336, 200, 0",
    "150+300+450+600, 800, 0",
    "200, 500, 0"
  })
  void aToneIsOnePitchForAMoment(String pitches, int ms, long expected) {
    assertEquals(expected, tones(pitches, ms));
  }
}
