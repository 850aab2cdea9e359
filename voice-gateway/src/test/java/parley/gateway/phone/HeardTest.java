package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeardTest {

  private static final long FRAME = Voicing.FRAME_NANOS;
  private static final long START = 1_000_000_000;

  private final Heard heard = new Heard(START);
  private final short[] loud = new short[Voicing.FRAME_SAMPLES];
  private final short[] quiet = new short[Voicing.FRAME_SAMPLES];

  HeardTest() {
    Arrays.fill(loud, (short) 5_000);
  }

  /// Frame number `frame` of stream 7, which arrives `late` after its time.
  private void frame(int frame, short[] samples, long late) {
    frame(7, frame, samples, START + (frame + 1) * FRAME + late);
  }

  private void frame(long source, int frame, short[] samples, long arrival) {
    long timestamp = 160L * frame & 0xFFFF_FFFFL;
    heard.add(
        new RtpPacket(0, false, frame & 0xFFFF, timestamp, source, new byte[0]), samples, arrival);
  }

  @Test
  void threeVoicedFramesMakeARunThatBeginsWithTheFirst() {
    frame(0, quiet, 0);
    frame(1, loud, 0);
    frame(2, loud, 0);
    assertEquals(List.of(), heard.voiceRuns());
    frame(3, loud, 0);
    assertEquals(List.of(new VoiceRun(START + 2 * FRAME, START + 4 * FRAME)), heard.voiceRuns());
  }

  @Test
  void pausesUpTo200MsBelongToTheRunAndClicksAreNone() {
    for (int frame : new int[] {0, 1, 2, 12, 40, 80, 81, 82}) {
      frame(frame, loud, 0);
    }
    assertEquals(
        List.of(
            new VoiceRun(START + FRAME, START + 13 * FRAME),
            new VoiceRun(START + 81 * FRAME, START + 83 * FRAME)),
        heard.voiceRuns());
  }

  @Test
  void jitterAndReorderingDoNotTearTheRecording() {
    frame(0, quiet, 0);
    frame(2, loud, 9_000_000);
    frame(1, quiet, 31_000_000);
    short[] sound = heard.recording();
    assertEquals(3 * Voicing.FRAME_SAMPLES, sound.length);
    assertEquals(0, sound[2 * Voicing.FRAME_SAMPLES - 1]);
    assertEquals(5_000, sound[2 * Voicing.FRAME_SAMPLES]);
  }

  @Test
  void newStreamIsPlacedByItsArrival() {
    frame(0, quiet, 0);
    frame(9, -5, loud, START + 50 * FRAME);
    short[] sound = heard.recording();
    assertEquals(50 * Voicing.FRAME_SAMPLES, sound.length);
    assertEquals(5_000, sound[49 * Voicing.FRAME_SAMPLES]);
  }

  @Test
  void lostPacketsLeaveAGapOfTheirLength() {
    frame(0, loud, 0);
    frame(4, loud, 0);
    assertEquals(5 * Voicing.FRAME_SAMPLES, heard.recording().length);
    assertEquals(0, heard.recording()[2 * Voicing.FRAME_SAMPLES]);
  }

  @Test
  void waitForVoiceFindsTheFirstRunAfterTheMoment() throws InterruptedException {
    for (int frame : new int[] {0, 1, 2, 50, 51, 52}) {
      frame(frame, loud, 0);
    }
    assertEquals(
        OptionalLong.of(START + 51 * FRAME),
        heard.awaitVoiceAfter(START + 10 * FRAME, Duration.ZERO));
    assertEquals(OptionalLong.empty(), heard.awaitVoiceAfter(START + 60 * FRAME, Duration.ZERO));
  }

  @Test
  void waitForQuietEndsWhenTheCallEnds() throws InterruptedException {
    heard.end();
    assertFalse(heard.awaitQuiet(System.nanoTime(), Duration.ofHours(1), Duration.ofHours(2)));
  }

  @Test
  void quietCountsFromTheLastVoicedFrame() throws InterruptedException {
    long now = System.nanoTime();
    assertTrue(heard.awaitQuiet(now - 1_000_000_000, Duration.ofMillis(900), Duration.ZERO));
    assertFalse(heard.awaitQuiet(now, Duration.ofMinutes(1), Duration.ZERO));
  }
}
