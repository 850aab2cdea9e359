package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.gateway.phone.SpeechSent;

/// A caller speaks while Parley does.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class BargeInTest {

  /// The product's aim is 200 ms; the bound leaves room for a machine that builds meanwhile.
  private static final long STOPPED_MS = 500;

  private static final Duration INTO_THE_ANSWER = Duration.ofMillis(1_500);

  private final RunningServer server;
  private final TestSpeech speech;

  BargeInTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void callerInterruptsAnAnswerAndIsAnsweredInstead() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      short[] second = speech.say("I forgot my password");
      intoTheAnswer(caller);
      SpeechSent said = caller.say(second);
      long stoppedMs =
          new Recorded(caller.heardBetween(said.firstVoicedNanos(), said.lastVoicedNanos()))
              .lastVoicedMs();
      Figures.note("barge-in, ms from the caller's voice to the prompt's last frame", stoppedMs);
      assertTrue(stoppedMs <= STOPPED_MS, "the prompt went on for " + stoppedMs + " ms");

      TurnTaken question = caller.turn(Speaker.CALLER, 1);
      TurnTaken cut = caller.turn(Speaker.PARLEY, 1);
      caller.talk().awaitReplyOver();
      TurnTaken answer = caller.turn(Speaker.PARLEY, 2);
      assertTrue(cut.interrupted(), caller.transcript());
      String whole = whole("opening-hours");
      assertTrue(whole.startsWith(cut.words().text()), caller.transcript());
      assertTrue(cut.words().text().length() < whole.length() / 2, caller.transcript());
      assertFalse(cut.words().isEmpty(), caller.transcript());
      assertEquals("i forgot my password", question.words().text());
      assertFalse(answer.citations().isEmpty(), caller.transcript());
    }
  }

  @Test
  void aCoughLetsTheAnswerGoOn() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      intoTheAnswer(caller);
      caller.say(cough());
      assertTrue(caller.talk().awaitReplyOver());
      TurnTaken answer = caller.turn(Speaker.PARLEY, 1);
      assertFalse(answer.interrupted(), caller.transcript());
      assertTrue(answer.words().text().startsWith(whole("opening-hours")), caller.transcript());
      caller.hangUp();
      CallDetail call = caller.ended();
      assertEquals(1, Caller.turns(call, Speaker.CALLER).size(), Caller.transcript(call));
    }
  }

  private void intoTheAnswer(Caller caller) throws InterruptedException {
    caller.say("What are your opening hours");
    long answer = caller.nextVoice(Duration.ofSeconds(10));
    Await.until(
        "the answer has been heard for a while",
        Duration.ofSeconds(10),
        () -> caller.lastVoiceNanos() - answer > INTO_THE_ANSWER.toNanos());
  }

  private String whole(String entry) {
    return speech.answer(entry);
  }

  /// 180 ms of noise that dies away, as loud as a voice.
  private static short[] cough() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    short[] sound = new short[TestSpeech.RATE_HZ * 180 / 1000];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (short) (random.nextGaussian() * 3_000 * Math.exp(-4.0 * i / sound.length));
    }
    return sound;
  }
}
