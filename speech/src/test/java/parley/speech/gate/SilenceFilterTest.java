package parley.speech.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What goes to a recognizer and what does not.
class SilenceFilterTest {
  private static final int FRAME = 160;

  private final SilenceFilter filter = new SilenceFilter(8000);
  private final Random random = new Random(1);
  private final List<short[]> heard = new ArrayList<>();
  private final List<short[]> passed = new ArrayList<>();
  private int skipped;

  @Test
  void ofSilenceAndSteadyNoiseAtMostTheTwentiethPartIsPassed() {
    for (double level : new double[] {0, 3, 30, 300}) {
      noise(100, level);
      int before = passed.size();
      noise(1_000, level);
      int share = (passed.size() - before) * 100 / 1_000;
      assertTrue(share <= 5, share + " % of noise at " + level);
    }
  }

  @Test
  void aSoundIsPassedWithWhatCameBeforeItAndAfterIt() {
    noise(200, 3);
    int first = heard.size();
    tone(30);
    noise(100, 3);
    int from = passed.indexOf(heard.get(first - 15));
    assertTrue(from >= 0, "300 ms before it");
    for (int i = 0; i < 15 + 30 + 30; i++) {
      assertSame(heard.get(first - 15 + i), passed.get(from + i), "frame " + i);
    }
  }

  /// Word times stay right because what is left out is counted.
  @Test
  void everySampleIsPassedOrCounted() {
    noise(200, 3);
    tone(30);
    noise(200, 3);
    tone(30);
    assertEquals(heard.size() * FRAME, passed.size() * FRAME + skipped);
  }

  private void noise(int frames, double level) {
    for (int i = 0; i < frames; i++) {
      short[] frame = new short[FRAME];
      for (int at = 0; at < FRAME; at++) {
        frame[at] = (short) Math.round(random.nextGaussian() * level);
      }
      hear(frame);
    }
  }

  /** Faint, and rich as a voice is. */
  private void tone(int frames) {
    for (int i = 0; i < frames; i++) {
      short[] frame = new short[FRAME];
      for (int at = 0; at < FRAME; at++) {
        double t = (i * FRAME + at) / 8000.0;
        for (int harmonic = 1; harmonic < 15; harmonic++) {
          frame[at] += (short) (30 * Math.sin(2 * Math.PI * 150 * harmonic * t));
        }
      }
      hear(frame);
    }
  }

  private void hear(short[] frame) {
    heard.add(frame);
    SilenceFilter.Passed now = filter.hear(frame);
    passed.addAll(now.frames());
    skipped += now.skipped();
  }
}
