package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;
import parley.server.eval.EvalCommand;
import parley.server.eval.scenarios.ByVoice;
import parley.server.eval.scenarios.ScenariosEvalCommand;
import parley.server.wiring.LocalBench;
import parley.server.wiring.LocalEar;
import parley.server.wiring.LocalParley;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;
import picocli.CommandLine;

/// Scenarios are played in real calls and compared with what the call log holds.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class ScenariosByVoiceTest {
  private static final String SCENARIOS =
      """
      scenarios:
        - name: recording-then-keys-then-goodbye
          starts: {number: ""}
          turns:
            - plays: hours.wav
              expect: {understood: opening-hours, cites: [opening-hours], not: [end], within-ms: 20000}
            - presses: "*"
              expect: {understood: repeat, contains: [eight in the evening]}
            - says: goodbye
              expect: {understood: goodbye, actions: [end], outcome: COMPLETED}
        - name: asks-for-a-person-and-is-silent
          turns:
            - says: i forgot my password
              expect: {cites: [forgot-password]}
            - silent: 1
              expect: {actions: [say], not: [end]}
            - presses: "0"
              expect: {understood: person, actions: [hand-over], queue: general, priority: MEDIUM}
        - name: fails-by-voice
          turns:
            - says: do you take pets
              expect: {understood: goodbye, actions: [end], contains: [pineapple]}
        - name: cannot-be-spoken
          turns:
            - mumbles: hello
      """;

  private final RunningServer server;
  private final TestSpeech speech;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  ScenariosByVoiceTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void whatWasSaidAndDoneInACallIsComparedTurnByTurn(@TempDir Path folder) throws Exception {
    WavFile.write(
        folder.resolve("hours.wav"), new Pcm(speech.say("What are your opening hours"), 8000));
    Files.writeString(folder.resolve("a.yaml"), SCENARIOS);
    int code = run("scenarios", folder.toString(), "--voice", "--at-once", "2", "--json");
    JsonNode report = new ObjectMapper().readTree(out.toString());
    JsonNode results = report.get("results");
    assertEquals("[]", results.at("/0/faults").toString(), out.toString());
    assertEquals("[]", results.at("/1/faults").toString(), out.toString());
    assertEquals(3, results.at("/2/faults").size(), out.toString());
    assertTrue(results.at("/3/skipped").asText().contains("unclear"), out.toString());
    assertEquals(1, code, err.toString());
    assertEquals(2, report.get("passed").asInt());
    assertEquals(1, report.get("failed").asInt());
    assertEquals(1, report.get("skipped").asInt());
    Await.until("all calls are over", Duration.ofSeconds(20), server::isIdle);
  }

  @Test
  void aRecordingIsHeardByTheRecognizerInWordsToo(@TempDir Path folder) throws Exception {
    WavFile.write(
        folder.resolve("hours.wav"), new Pcm(speech.say("What are your opening hours"), 8000));
    Files.writeString(folder.resolve("a.yaml"), SCENARIOS);
    assertEquals(0, run("scenarios", folder.toString(), "--only", "recording"), out.toString());
    assertTrue(out.toString().contains("passed  recording-then-keys-then-goodbye"));
  }

  private int run(String... arguments) {
    CommandLine command =
        EvalCommand.of(
            List.of(
                new ScenariosEvalCommand(
                    RunningServer.HOME,
                    () -> "en",
                    this::parts,
                    new ByVoice(
                        () -> LocalParley.attach(server.settings(), Clock.systemUTC()),
                        () -> LocalBench.callersVoice(server.settings()),
                        () -> LocalEar.open(server.settings(), Optional.empty(), _ -> {}),
                        () -> ZonedDateTime.now(Clock.systemUTC())))));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private DialogueParts parts(ScenariosEvalCommand.Services services) {
    return DialogueParts.load(
        RunningServer.HOME,
        "en",
        ConversationSettings.of(server.settings())
            .with(
                services == ScenariosEvalCommand.Services.SET
                    ? Set.copyOf(Settings.Services.NAMES)
                    : Set.of()));
  }
}
