package parley.speech.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FramesTest {

  @Test
  void samplesComeOutInFramesAndTheRestIsFilledUp() {
    Frames frames = new Frames(8000);
    short[] ones = new short[500];
    Arrays.fill(ones, (short) 1);
    assertEquals(3, frames.add(ones).size());
    short[] last = frames.rest().getFirst();
    assertEquals(1, last[19]);
    assertEquals(0, last[20]);
    assertTrue(frames.rest().isEmpty());
  }

  @Test
  void aFrameIs320BytesOnTheTelephone() {
    assertEquals(160, Frames.samplesPerFrame(8000));
    assertEquals(320, Frames.samplesPerFrame(16_000));
    assertEquals(2, Frames.of(new Pcm(new short[161], 8000)).size());
  }

  @Test
  void bytesAreLittleEndian() {
    short[] samples = {1, -2, 300};
    byte[] bytes = Samples.toLittleEndian(samples);
    assertArrayEquals(new byte[] {1, 0, -2, -1, 44, 1}, bytes);
    assertArrayEquals(samples, Samples.fromLittleEndian(bytes));
  }

  @Test
  void levelsAreInDecibelsBelowFullScale() {
    short[] half = new short[160];
    Arrays.fill(half, (short) 16_384);
    assertEquals(-6.02, Samples.dbfs(half), 0.01);
    assertEquals(Samples.SILENCE_DBFS, Samples.dbfs(new short[160]));
    assertEquals(Samples.SILENCE_DBFS, Samples.dbfs(new short[0]));
  }

  @Test
  void silenceAtBothEndsIsCut() {
    short[] sound = new short[1000];
    Arrays.fill(sound, 400, 600, (short) 9000);
    assertEquals(230, Samples.trimmed(sound, 10, 20).length);
    assertEquals(20, Samples.trimmed(new short[100], 10, 20).length, 20);
    assertEquals(0, Samples.trimmed(new short[0], 10, 20).length);
  }
}
