package parley.server.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.speech.audio.G711;
import parley.speech.audio.Pcm;
import parley.speech.audio.Samples;
import parley.speech.audio.WavFile;

class LineChannelTest {
  private static final int FRAME = 160;

  @TempDir private Path folder;
  private Path file = Path.of("");
  private short[] tone = {};

  @BeforeEach
  void writeATone() {
    tone = new short[1000 * FRAME];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (short) Math.round(4000 * Math.sin(i / 3.0));
    }
    file = folder.resolve("tone.wav");
    WavFile.write(file, new Pcm(tone, 8000));
  }

  private short[] through(String channel) {
    return through(channel, file);
  }

  private static short[] through(String channel, Path file) {
    List<short[]> frames = new ArrayList<>();
    try (LineSound sound = LineChannel.parse(channel).open(file)) {
      for (Optional<short[]> next = sound.next(); next.isPresent(); next = sound.next()) {
        frames.add(next.get());
      }
    }
    return Samples.join(frames);
  }

  private static double level(short[] samples) {
    return Samples.dbfs(samples);
  }

  private static short[] difference(short[] one, short[] other) {
    short[] difference = new short[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = (short) (one[i] - other[i]);
    }
    return difference;
  }

  @Test
  void aCleanLineChangesNothing() {
    assertArrayEquals(tone, through("clean"));
    assertEquals("clean", LineChannel.parse("clean").toString());
  }

  @Test
  void codingsAreThoseOfTheTelephone() {
    assertArrayEquals(G711.fromMuLaw(G711.toMuLaw(tone)), through("mulaw"));
    assertArrayEquals(G711.fromALaw(G711.toALaw(tone)), through("ALAW"));
  }

  @Test
  void noiseLiesSoFarBelowTheSound() {
    short[] noise = difference(through("noise:15"), tone);
    assertEquals(level(tone) - 15, level(noise), 0.1);
    assertArrayEquals(through("noise:15"), through("noise:15"));
  }

  @Test
  void noiseIsMeasuredAgainstWhatComesBeforeIt() {
    short[] quiet = through("quiet:20");
    assertEquals(level(tone) - 20, level(quiet), 0.1);
    assertEquals(level(tone) - 30, level(difference(through("quiet:20,noise:10"), quiet)), 0.1);
  }

  @Test
  void lostFramesAreSilentAndTheSameEachTime() {
    short[] lossy = through("loss:10");
    int lost = 0;
    for (int at = 0; at < tone.length; at += FRAME) {
      short[] frame = Arrays.copyOfRange(lossy, at, at + FRAME);
      boolean silent = Arrays.equals(frame, new short[FRAME]);
      lost += silent ? 1 : 0;
      assertTrue(silent || Arrays.equals(frame, Arrays.copyOfRange(tone, at, at + FRAME)));
    }
    assertTrue(lost > 70 && lost < 130, lost + " of 1000");
    assertArrayEquals(lossy, through("loss:10"));
    assertArrayEquals(tone, through("loss:0"));
    assertArrayEquals(new short[tone.length], through("loss:100"));
  }

  @Test
  void anotherFileLosesOtherFrames() {
    Path other = folder.resolve("other.wav");
    WavFile.write(other, new Pcm(tone, 8000));
    assertNotEquals(
        Arrays.hashCode(through("loss:10")), Arrays.hashCode(through("loss:10", other)));
  }

  @Test
  void clippingCutsOffThreeQuartersOfThePeak() {
    short[] clipped = through("clip");
    int cut = 0;
    for (int i = 0; i < tone.length; i++) {
      boolean high = Math.abs(tone[i]) > 1010;
      cut += Math.abs(clipped[i]) >= 32767 ? 1 : 0;
      assertTrue(!high || Math.abs(clipped[i]) >= 32767, tone[i] + " became " + clipped[i]);
    }
    assertTrue(cut < tone.length * 0.9);
  }

  @Test
  void silenceStaysSilence() {
    Path silence = folder.resolve("silence.wav");
    WavFile.write(silence, new Pcm(new short[800], 8000));
    assertArrayEquals(new short[800], through("noise:10,clip,quiet:6,loss:5", silence));
    WavFile.write(silence, Pcm.empty(8000));
    assertEquals(0, through("noise:10,clip,mulaw", silence).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gsm",
        "noise",
        "noise:",
        "noise:loud",
        "noise:NaN",
        "noise:61",
        "loss:-1",
        "loss:101",
        "mulaw:1",
        "mulaw,",
        "quiet:99",
        "clip:"
      })
  void whatIsNoChannelIsOneSentenceWithWhatIsExpected(String text) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> LineChannel.parse(text))
                .getMessage());
    assertTrue(message.contains("expected"), message);
    assertEquals(1, message.lines().count());
  }
}
