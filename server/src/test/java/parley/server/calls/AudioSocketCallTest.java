package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.CallLog.Filter;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.gateway.phone.SpeechSent;

/// Calls whose audio travels by AudioSocket, on a server that has room for one.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudioSocketCallTest {

  private final TestSpeech speech;
  private final RunningServer server;

  AudioSocketCallTest(TestSpeech speech) {
    this.speech = speech;
    server =
        RunningServer.start(
            "audiosocket",
            Map.of("PARLEY_MEDIA_TRANSPORT", "audiosocket", "PARLEY_CALLS_AT_ONCE", "1"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void callerIsGreetedAnsweredAndMayInterrupt() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      short[] second = speech.say("I forgot my password");
      garbage();
      caller.say("What are your opening hours");
      long answering = caller.nextVoice(Duration.ofSeconds(10));
      Await.until(
          "the answer has been heard for a while",
          Duration.ofSeconds(10),
          () -> caller.lastVoiceNanos() - answering > 1_500_000_000L);
      SpeechSent said = caller.say(second);
      long stoppedMs =
          new Recorded(caller.heardBetween(said.firstVoicedNanos(), said.lastVoicedNanos()))
              .lastVoicedMs();
      Figures.note("AudioSocket, barge-in, ms to the prompt's last frame", stoppedMs);
      assertTrue(stoppedMs <= 500, "the prompt went on for " + stoppedMs + " ms");
      TurnTaken cut = caller.turn(Speaker.PARLEY, 1);
      TurnTaken question = caller.turn(Speaker.CALLER, 1);
      TurnTaken answer = caller.turn(Speaker.PARLEY, 2);
      assertTrue(cut.interrupted(), caller.transcript());
      assertTrue(speech.answer("opening-hours").startsWith(cut.words().text()));
      assertEquals("i forgot my password", question.words().text());
      assertFalse(answer.citations().isEmpty(), caller.transcript());
    }
  }

  @Test
  void theCallerWhoFindsNoRoomHearsTheFallback() throws Exception {
    Await.until("there is room", Duration.ofSeconds(10), server::isIdle);
    try (Caller first = Caller.dial(server, speech).greeted();
        Caller second = Caller.dial(server, speech)) {
      assertTrue(second.talk().awaitGreeting().isPresent());
      List<CallSummary> refused =
          Await.value(
              "the refusal is in the log",
              Duration.ofSeconds(5),
              () -> Optional.of(refused()).filter(calls -> !calls.isEmpty()));
      assertEquals(1, refused.size());
      first.ask("What are your opening hours");
      assertFalse(second.call().ended().isDone(), "the second caller was dropped");
      assertTrue(first.turn(Speaker.PARLEY, 1).citations().contains("opening-hours"));
    }
  }

  private List<CallSummary> refused() {
    return server.parley().log().list(new Filter(null, null, null, Outcome.REFUSED_BUSY, 10, 0));
  }

  /// An oversized frame, a truncated one and the uuid of nobody.
  private void garbage() throws Exception {
    byte[][] bad = {
      {1, 0, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
      {0x10, (byte) 0xff, (byte) 0xff, 1, 2, 3},
      {(byte) 0xee},
    };
    for (byte[] bytes : bad) {
      try (Socket socket =
          new Socket(
              InetAddress.getLoopbackAddress(), server.settings().media().audioSocketPort())) {
        socket.getOutputStream().write(bytes);
      }
    }
  }
}
