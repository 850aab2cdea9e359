package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;

/// A site's own dialplan enters by FastAGI: extension 1001.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class FastAgiCallTest {

  private final RunningServer server;
  private final TestSpeech speech;

  FastAgiCallTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void aCallByFastAgiEntersTheSameConversation() throws Exception {
    try (Caller caller = Caller.dial(server, speech, "1001").greeted()) {
      assertTrue(
          caller.turn(Speaker.PARLEY, 0).words().text().contains("How can I help you?"),
          caller.transcript());
      caller.ask("What are your opening hours");
      assertTrue(caller.turn(Speaker.PARLEY, 1).citations().contains("opening-hours"));
      caller.hangUp();
      CallDetail call = caller.ended();
      assertEquals(server.settings().transfer().queue(), call.queue());
      assertEquals("1001", call.call().dialled());
      assertEquals(Outcome.CALLER_HUNG_UP, call.call().outcome());
    }
  }
}
