package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.gateway.phone.CallEnd;

/// A caller steers the call with keys (RFC 4733).
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class KeypadTest {

  private static final Duration GOODBYE = Duration.ofSeconds(30);

  private final RunningServer server;
  private final TestSpeech speech;

  KeypadTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void starRepeatsTheAnswer() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      caller.ask("I forgot my password");
      TurnTaken answer = caller.turn(Speaker.PARLEY, 1);
      caller.pressAndListen("*");
      TurnTaken again = caller.turn(Speaker.PARLEY, 2);
      assertEquals(firstSentence(answer), firstSentence(again), caller.transcript());
      TurnTaken key = caller.turn(Speaker.CALLER, 1);
      assertEquals("*", key.words().text());
      assertTrue(key.keyed());
    }
  }

  @Test
  void zeroAsksForAPersonAndWithNobodyFreeACallbackIsPromisedToTheNumberKeyed() throws Exception {
    try (Caller caller = Caller.dialWithheld(server, speech).greeted()) {
      caller.pressAndListen("0");
      caller.pressAndListen("5550142#");
      confirm(caller);
      assertPromised(caller, "5550142");
    }
  }

  private static void confirm(Caller caller) throws InterruptedException {
    caller.press("1");
    CallEnd end =
        caller
            .call()
            .awaitEnded(GOODBYE)
            .orElseThrow(() -> new AssertionError(caller.transcript()));
    assertEquals(CallEnd.THERE, end, caller.transcript());
  }

  private static void assertPromised(Caller caller, String number) {
    CallDetail call = caller.ended();
    assertEquals(Outcome.CALLBACK_PROMISED, call.call().outcome(), Caller.transcript(call));
    assertEquals(1, call.callbacks().size(), Caller.transcript(call));
    assertEquals(number, call.callbacks().getFirst().number().value());
  }

  private static String firstSentence(TurnTaken turn) {
    return turn.words().text().split("\\.")[0];
  }
}
