package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.server.call.CallerTalk;

/// A part of the system is killed in the middle of a call.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledPartsTest {

  private static final Duration FALLBACK = Duration.ofSeconds(5);
  private static final Duration RECOVERED = Duration.ofSeconds(30);

  /// One reply may take `database.timeout` longer: that of the turn that finds the database away.
  private static final long REPLY_MS = 2_500;

  private final TestSpeech speech;
  private final RunningServer server;

  KilledPartsTest(TestSpeech speech) {
    this.speech = speech;
    server = RunningServer.start("killed", Map.of());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void whenTheServerIsKilledTheCallerHearsTheFallbackAndTheLogIsKept() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      caller.ask("What are your opening hours");
      CallDetail before = caller.detail().orElseThrow();
      long killed = System.nanoTime();
      server.kill();
      long fallback = caller.nextVoice(FALLBACK);
      Figures.note("server killed, ms to the fallback's voice", (fallback - killed) / 1_000_000);
      assertFalse(caller.call().ended().isDone(), "the caller was dropped");
      caller.heard().awaitVoiceAfter(fallback, Duration.ofSeconds(10));
      assertFalse(caller.call().ended().isDone(), "the caller was dropped");
      caller.hangUp();

      server.startAgain();
      CallDetail after = caller.detail().orElseThrow();
      assertEquals(before.turns(), after.turns());
      assertTrue(
          after.turns().stream().anyMatch(turn -> turn.citations().contains("opening-hours")),
          Caller.transcript(after));
      callWorks();
      assertNotNull(
          Await.value(
              "the call is closed in the log",
              RECOVERED,
              () -> Optional.ofNullable(caller.detail().orElseThrow().call().endedAt())));
    }
  }

  @Test
  void whenAsteriskIsKilledTheServerRecoversAndTheNextCallWorks() throws Exception {
    try (Caller caller = Caller.dial(server, speech).greeted();
        Ari ari = new Ari(server.settings())) {
      long killed = System.nanoTime();
      Processes.signal("KILL", server.asteriskPid());
      Await.until("the call is given up", RECOVERED, () -> !server.isInCall());
      Await.until("Parley is connected again", RECOVERED, ari::hasParley);
      Figures.note("Asterisk killed, ms to recovery", (System.nanoTime() - killed) / 1_000_000);
      assertNotNull(caller.ended().call().outcome());
      callWorks();
    }
  }

  @Test
  void whenTheDatabaseIsKilledTheCallerDoesNotNoticeAndTheLogIsComplete() throws Exception {
    callWithout(() -> Processes.signal("KILL", server.databasePid()), () -> {});
  }

  @Test
  void whenTheDatabaseHangsTheCallerDoesNotNoticeAndTheLogIsComplete() throws Exception {
    List<Long> processes = server.databaseFamily();
    callWithout(
        () -> processes.forEach(pid -> Processes.signal("STOP", pid)),
        () -> processes.forEach(pid -> Processes.signal("CONT", pid)));
  }

  private void callWithout(Runnable away, Runnable back) throws Exception {
    String sipCallId;
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      sipCallId = caller.talk().sipCallId();
      away.run();
      try {
        quickly(caller.ask("What are your opening hours"), server.settings().database().timeout());
        quickly(caller.ask("I forgot my password"), Duration.ZERO);
        caller.hangUp();
      } finally {
        back.run();
      }
    }
    CallDetail call =
        Await.value(
            "the log is complete",
            RECOVERED,
            () -> find(sipCallId).filter(detail -> detail.call().endedAt() != null));
    List<String> asked =
        Caller.turns(call, Speaker.CALLER).stream().map(turn -> turn.words().text()).toList();
    assertEquals(List.of("what are your opening hours", "i forgot my password"), asked);
    assertEquals(3, Caller.turns(call, Speaker.PARLEY).size(), Caller.transcript(call));
  }

  private static void quickly(CallerTalk.Asked asked, Duration more) {
    long ms = asked.voiceToVoiceNanos().orElseThrow() / 1_000_000;
    Figures.note("database away, ms voice to voice", ms);
    assertTrue(ms < REPLY_MS + more.toMillis(), "the reply took " + ms + " ms");
  }

  /// Empty too while the database does not answer.
  private Optional<CallDetail> find(String sipCallId) {
    try {
      return server.parley().log().findBySipCallId(sipCallId);
    } catch (RuntimeException away) {
      return Optional.empty();
    }
  }

  private void callWorks() throws Exception {
    try (Caller next = Caller.dial(server, speech).greeted()) {
      next.ask("What are your opening hours");
      assertTrue(
          next.turn(Speaker.PARLEY, 1).citations().contains("opening-hours"), next.transcript());
    }
  }
}
