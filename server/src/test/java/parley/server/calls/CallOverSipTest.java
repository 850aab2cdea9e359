package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.server.call.CallerTalk;

/// A caller is greeted, asks, is answered and hangs up; the log then holds what was said.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class CallOverSipTest {

  /// The bundled model was not trained on Parley's own sentences: with their words as vocabulary it
  /// gets 60 to 95 % of a reply right, and of the next best reply's words less than a third.
  private static final double HEARD = 0.5;

  private final RunningServer server;
  private final TestSpeech speech;

  CallOverSipTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void callerHearsTheGreetingThatTheLogHolds() throws Exception {
    try (Caller caller = Caller.dial(server, speech)) {
      long first = caller.talk().awaitGreeting().orElseThrow();
      assertTrue(caller.talk().awaitReplyOver());
      TurnTaken greeting = caller.turn(Speaker.PARLEY, 0);
      String heard = speech.recognizeReply(caller.heardBetween(first, System.nanoTime()));
      double share = TestSpeech.overlap(greeting.words().text(), heard);
      Figures.note(
          "greeting, ms from INVITE to first voice",
          (first - caller.talk().invitedNanos()) / 1_000_000);
      Figures.note("greeting, share of words recognized", share);
      assertTrue(greeting.words().text().contains("How can I help you?"), caller.transcript());
      assertTrue(share >= HEARD, heard);
      caller.hangUp();
      CallDetail call = caller.ended();
      assertEquals(Outcome.CALLER_HUNG_UP, call.call().outcome());
      assertEquals(server.settings().asterisk().extension(), call.call().dialled());
    }
  }

  @Test
  void callerAsksAndIsAnsweredFromTheKnowledge() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      CallerTalk.Asked asked = caller.ask("What are your opening hours");
      TurnTaken question = caller.turn(Speaker.CALLER, 0);
      TurnTaken answer = caller.turn(Speaker.PARLEY, 1);
      String heard =
          speech.recognizeReply(
              caller.heardBetween(asked.replyNanos().orElseThrow(), System.nanoTime()));
      double share = TestSpeech.overlap(answer.words().text(), heard);
      Figures.note("answer, ms voice to voice", asked.voiceToVoiceNanos().orElse(-1) / 1_000_000);
      Figures.note("answer, share of words recognized", share);
      assertEquals("what are your opening hours", question.words().text());
      assertTrue(question.confidence() > 0.6, "confidence " + question.confidence());
      assertTrue(answer.citations().contains("opening-hours"), caller.transcript());
      assertFalse(answer.interrupted());
      assertTrue(answer.timings().endpointMs() >= 0, caller.transcript());
      assertTrue(answer.timings().finalMs() >= 0, caller.transcript());
      assertTrue(answer.timings().thinkMs() >= 0, caller.transcript());
      assertTrue(answer.timings().voiceMs() >= 0, caller.transcript());
      assertTrue(share >= HEARD, heard);
      assertTrue(answer.startMs() >= question.endMs(), caller.transcript());
      assertEquals("opening-hours", speech.nearestAnswer(heard));
    }
  }

  @Test
  void recordingHoldsBothSides() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      caller.ask("I forgot my password");
      caller.hangUp();
      CallDetail call = caller.ended();
      assertEquals(1, call.recordings().size());
      Path file = server.parley().recordings().resolve(call.recordings().getFirst().path());
      Recorded recorded = Recorded.read(file);
      TurnTaken question = Caller.turns(call, Speaker.CALLER).getFirst();
      TurnTaken answer = Caller.turns(call, Speaker.PARLEY).get(1);
      assertTrue(recorded.voicedShare(question.startMs(), question.endMs()) > 0.3, "caller's side");
      assertTrue(recorded.voicedShare(answer.startMs(), answer.endMs()) > 0.3, "Parley's side");
      assertTrue(
          recorded.lengthMs() >= answer.endMs() - 500,
          "length " + recorded.lengthMs() + "\n" + Caller.transcript(call));
    }
  }
}
