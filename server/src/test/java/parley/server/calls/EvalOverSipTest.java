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
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import parley.server.eval.EvalCommand;
import parley.server.eval.speech.SpeechEvalCommand;
import parley.server.wiring.LocalEar;
import parley.server.wiring.LocalParley;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;
import picocli.CommandLine;

/// Recordings spoken in real calls are compared with what the call log says was heard.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class EvalOverSipTest {
  private final RunningServer server;
  private final TestSpeech speech;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  EvalOverSipTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void eachRecordingIsSpokenInACallOfItsOwn(@TempDir Path folder) throws Exception {
    WavFile.write(
        folder.resolve("hours.wav"), new Pcm(speech.say("What are your opening hours"), 8000));
    WavFile.write(
        folder.resolve("password.wav"), new Pcm(speech.say("I forgot my password"), 8000));
    Path list =
        Files.writeString(
            folder.resolve("set.tsv"),
            "hours.wav\twhat are your opening hours\tmary\npassword.wav\ti forgot my password\tmary\n");
    assertEquals(0, run("speech", list.toString(), "--over-sip", "--json"), err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertEquals(2, report.get("utterances").asInt());
    assertEquals(9, report.get("words").asInt());
    assertTrue(report.get("word_error_rate").asDouble() < 0.3, out.toString());
    assertTrue(report.get("real_time_factor").isNull());
    assertTrue(report.get("partials").isNull());
    assertTrue(report.get("final_ms").get("p50").asDouble() >= 0, out.toString());
    assertTrue(report.get("over_sip").asBoolean());
    Figures.note("eval over SIP, word error rate", report.get("word_error_rate").asDouble());
    Await.until("both calls are over", Duration.ofSeconds(20), server::isIdle);
  }

  private int run(String... arguments) {
    CommandLine command =
        EvalCommand.of(
            List.of(
                new SpeechEvalCommand(
                    model -> LocalEar.open(server.settings(), model, _ -> {}),
                    () -> LocalParley.attach(server.settings(), Clock.systemUTC()))));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }
}
