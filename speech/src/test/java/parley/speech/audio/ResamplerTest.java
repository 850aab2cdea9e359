package parley.speech.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
  private static final double AMPLITUDE = 16_000;

  @ParameterizedTest
  @ValueSource(
      ints = {
        4000, 7919, 8000, 8001, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 44_101, 48_000,
        96_000, 191_999, 192_000
      })
  void aToneKeepsItsLevelAndPlaceAtAnyRate(int inHz) {
    for (int outHz : new int[] {8000, 16_000, 48_000}) {
      Pcm in = tone(1000, inHz, 0.5);
      short[] out = Resampler.convert(in, outHz).samples();
      assertEquals(Math.ceilDiv((long) in.samples().length * outHz, (long) inHz), out.length);
      for (int i = out.length / 4; i < out.length * 3 / 4; i++) {
        double expected = AMPLITUDE * Math.sin(2 * Math.PI * 1000 * i / outHz);
        assertEquals(expected, out[i], AMPLITUDE * 0.01, inHz + " to " + outHz + " at " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4000, 4300, 5000, 7000, 7999, 8001, 11_000, 15_900, 20_000, 23_900})
  void whatTheLowerRateCannotHoldIsSeventyDecibelsDown(int hz) {
    short[] out = Resampler.convert(tone(hz, 48_000, 0.5), 8000).samples();
    short[] steady = Arrays.copyOfRange(out, 500, out.length - 500);
    double down = Samples.dbfs(steady) - 20 * Math.log10(AMPLITUDE / 32768 / Math.sqrt(2));
    assertTrue(down <= -70, hz + " Hz is only " + down + " dB down");
  }

  @Test
  void theTelephoneBandPassesWhole() {
    for (int hz : new int[] {100, 300, 2000, 3000, 3400}) {
      short[] out = Resampler.convert(tone(hz, 48_000, 0.5), 8000).samples();
      double level = Samples.dbfs(Arrays.copyOfRange(out, 500, out.length - 500));
      assertEquals(20 * Math.log10(AMPLITUDE / 32768 / Math.sqrt(2)), level, 0.1, hz + " Hz");
    }
  }

  @Test
  void piecesGiveTheSameAsTheWhole() {
    short[] noise = new short[44_100];
    Random random = new Random(7);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (random.nextGaussian() * 5000);
    }
    short[] whole = Resampler.convert(new Pcm(noise, 44_100), 16_000).samples();
    Resampler resampler = new Resampler(44_100, 16_000);
    for (int pass = 0; pass < 2; pass++) {
      List<short[]> pieces = new ArrayList<>();
      int at = 0;
      while (at < noise.length) {
        int to = Math.min(noise.length, at + random.nextInt(1, 3000));
        pieces.add(resampler.process(Arrays.copyOfRange(noise, at, to)));
        at = to;
      }
      pieces.add(resampler.finish());
      assertArrayEquals(whole, Samples.join(pieces), "pass " + pass);
    }
  }

  @Test
  void loudSoundsAreClippedNotWrapped() {
    short[] square = new short[4800];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 240 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    short[] out = Resampler.convert(new Pcm(square, 48_000), 8000).samples();
    for (int i = 2; i < 38; i++) {
      assertTrue(out[i] > 20_000, "sample " + i + " is " + out[i]);
    }
  }

  @Test
  void emptySoundStaysEmptyAndRatesArePositive() {
    assertTrue(Resampler.convert(Pcm.empty(48_000), 8000).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new Resampler(0, 8000));
  }

  private static Pcm tone(double hz, int rate, double seconds) {
    short[] samples = new short[(int) (rate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return new Pcm(samples, rate);
  }
}
