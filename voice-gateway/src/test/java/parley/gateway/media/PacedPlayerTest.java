package parley.gateway.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What each 20 ms frame to Asterisk holds, frame by frame.
class PacedPlayerTest {
  private static final int FRAME = 160;
  private final PacedPlayer player = new PacedPlayer(8_000, _ -> {}, _ -> {});
  private final List<String> marks = new ArrayList<>();

  private static short[] audio(int samples) {
    short[] audio = new short[samples];
    for (int i = 0; i < samples; i++) {
      audio[i] = (short) (i + 1);
    }
    return audio;
  }

  private short[] next() {
    ByteBuffer frame = ByteBuffer.wrap(player.nextFrame(marks));
    assertEquals(AudioSocketFrame.KIND_AUDIO_8K, frame.get());
    assertEquals(FRAME * 2, frame.getShort());
    short[] samples = new short[FRAME];
    frame.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  private int loud() {
    int loud = 0;
    for (short sample : next()) {
      loud += sample == 0 ? 0 : 1;
    }
    return loud;
  }

  @Test
  void silenceIsSentWhenNothingWaits() {
    assertEquals(0, loud());
    assertEquals(0, loud());
  }

  @Test
  void samplesComeInOrderAndAreFilledUpWithSilence() {
    short[] audio = audio(FRAME + 10);
    player.play(audio, List.of());
    assertEquals(
        Arrays.toString(Arrays.copyOf(audio, FRAME)), Arrays.toString(next()), "first frame");
    assertEquals(10, loud());
    assertEquals(0, loud());
  }

  @Test
  void aMarkIsReachedWithTheLastSampleBeforeIt() {
    player.play(
        audio(FRAME * 2 + 10),
        List.of(new MediaLink.Mark(FRAME, "one"), new MediaLink.Mark(FRAME * 2 + 10, "end")));
    assertEquals(FRAME, loud());
    assertEquals(List.of("one"), marks);
    assertEquals(FRAME, loud());
    assertEquals(List.of("one"), marks);
    assertEquals(10, loud());
    assertEquals(List.of("one", "end"), marks);
  }

  @Test
  void nextAudioFollowsInTheSameFrame() {
    player.play(audio(10), List.of(new MediaLink.Mark(10, "a")));
    player.play(audio(10), List.of(new MediaLink.Mark(10, "b")));
    assertEquals(20, loud());
    assertEquals(List.of("a", "b"), marks);
  }

  @Test
  void aHeldLineSendsSilenceAndLosesNothing() {
    player.play(audio(FRAME * 2), List.of(new MediaLink.Mark(FRAME * 2, "end")));
    assertEquals(FRAME, loud());
    player.pause();
    assertEquals(0, loud());
    assertEquals(List.of(), marks);
    player.resume();
    assertEquals(FRAME, loud());
    assertEquals(List.of("end"), marks);
  }

  @Test
  void whatIsThrownAwayIsNotHeardAndReachesNoMark() {
    player.play(audio(FRAME * 3), List.of(new MediaLink.Mark(FRAME * 3, "end")));
    assertEquals(FRAME, loud());
    player.pause();
    player.flush();
    assertEquals(0, loud());
    assertEquals(List.of(), marks);
    player.play(audio(5), List.of(new MediaLink.Mark(5, "next")));
    assertEquals(5, loud());
    assertEquals(List.of("next"), marks);
  }

  @Test
  void moreThanTheLineHoldsIsRefused() {
    assertThrows(IllegalStateException.class, () -> player.play(new short[8_000 * 19], List.of()));
  }
}
