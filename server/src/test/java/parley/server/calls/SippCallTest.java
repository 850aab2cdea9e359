package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TransferTried;
import parley.speech.audio.G711;

/// SIPp, which knows nothing of Parley, places a whole call: greeting, question, answer, a person
/// (baresip), talk, hang-up. It cannot listen, so the caller's timing is a timetable.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class SippCallTest {

  private static final String NUMBER = "+15550177";

  /// The greeting takes 9 s, the answer 8 s.
  private static final Duration GREETING = Duration.ofSeconds(11);

  private static final Duration ANSWER = Duration.ofSeconds(14);
  private static final Duration TALK = Duration.ofSeconds(60);

  private final RunningServer server;
  private final TestSpeech speech;

  @TempDir Path folder;

  SippCallTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void sippCallerAsksIsAnsweredAndTalksWithAnAgent() throws Exception {
    short[] agentSays =
        TestSpeech.join(List.of(speech.say("How can I pay every month"), TestSpeech.silence(TALK)));
    try (Baresip agent = Baresip.register(server, "agent1", agentSays, Baresip.Answering.AUTO)) {
      Process sipp = sipp();
      try {
        Await.until(
            "the agent has been joined",
            Duration.ofSeconds(70),
            () -> find().filter(SippCallTest::isJoined).isPresent());
        Await.until("they have talked", Duration.ofSeconds(10), talked());
        agent.hangUp();
        assertTrue(sipp.waitFor(20, TimeUnit.SECONDS), "SIPp goes on");
        assertEquals(0, sipp.exitValue(), () -> Read.text(folder.resolve("out.txt")));
      } finally {
        sipp.destroyForcibly();
      }
    }
    CallDetail call =
        Await.value(
            "the call is closed in the log",
            Duration.ofSeconds(10),
            () -> find().filter(detail -> detail.call().endedAt() != null));
    assertEquals(Outcome.TRANSFERRED, call.call().outcome(), Caller.transcript(call));
    assertEquals(
        List.of("ANSWERED"), call.transfers().stream().map(TransferTried::outcome).toList());
    assertEquals(
        "what are your opening hours",
        Caller.turns(call, Speaker.CALLER).getFirst().words().text());
    assertTrue(
        call.turns().stream().anyMatch(turn -> turn.citations().contains("opening-hours")),
        Caller.transcript(call));
  }

  private static BooleanSupplier talked() {
    long since = System.nanoTime();
    return () -> System.nanoTime() - since > 2_000_000_000L;
  }

  private static boolean isJoined(CallDetail call) {
    return Caller.agentLegs(call).contains("joined");
  }

  private Optional<CallDetail> find() {
    CallLog log = server.parley().log();
    return log.list(new CallLog.Filter(null, null, NUMBER, null, 1, 0)).stream()
        .findFirst()
        .flatMap(call -> log.find(call.id()));
  }

  private Process sipp() throws IOException {
    Path sound = folder.resolve("caller.ulaw");
    Files.write(
        sound,
        G711.toMuLaw(
            TestSpeech.join(
                List.of(
                    TestSpeech.silence(GREETING),
                    speech.say("What are your opening hours"),
                    TestSpeech.silence(ANSWER),
                    speech.say("Talk to a person"),
                    TestSpeech.silence(TALK)))));
    Path scenario = folder.resolve("caller.xml");
    Files.writeString(
        scenario, scenario().replace("@NUMBER@", NUMBER).replace("@SPEECH@", sound.toString()));
    return new ProcessBuilder(
            RunningServer.ASTERISK.resolve("bin/sipp").toString(),
            "127.0.0.1:" + server.settings().asterisk().sipPort(),
            "-sf",
            scenario.toString(),
            "-s",
            server.settings().asterisk().extension(),
            "-i",
            "127.0.0.2",
            "-mi",
            "127.0.0.2",
            "-p",
            Integer.toString(FreePort.next()),
            "-bind_local",
            "-mp",
            Integer.toString(FreePort.audioRange(100)),
            "-m",
            "1",
            "-nostdin",
            "-trace_err")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out.txt").toFile())
        .start();
  }

  private static String scenario() throws IOException {
    try (var in = SippCallTest.class.getResourceAsStream("sipp-caller.xml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
