package parley.server.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.server.call.NotRunningException;
import parley.server.eval.EvalCommand;
import parley.server.eval.speech.SpeechEvalCommand;
import parley.speech.audio.WavFile;
import parley.speech.synthesize.Synthesizer;
import picocli.CommandLine;

/// That the bench measures Parley and not what its own voice cannot make the recognizer hear.
@Tag("long")
class BenchQuestionsTest {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  @Test
  void bundledModelWithTheSitesWordsHearsEveryQuestionWordForWord(@TempDir Path folder)
      throws IOException {
    Settings settings =
        SettingsLoader.load(
                HOME, Map.of("PARLEY_STATE", folder.resolve("state").toString()), List.of())
            .settings();
    StringBuilder lines = new StringBuilder();
    try (Synthesizer voice = LocalBench.callersVoice(settings)) {
      for (String question : BenchQuestions.ALL) {
        String name = question.replace(' ', '-') + ".wav";
        WavFile.write(folder.resolve(name), voice.speak("en", question).join());
        lines.append(name).append('\t').append(question).append('\n');
      }
    }
    Path list = Files.writeString(folder.resolve("set.tsv"), lines);
    StringWriter out = new StringWriter();
    CommandLine eval =
        EvalCommand.of(
            List.of(
                new SpeechEvalCommand(
                    model -> LocalEar.open(settings, model, _ -> {}),
                    () -> {
                      throw new NotRunningException("not needed");
                    })));
    eval.setOut(new PrintWriter(out));
    assertEquals(0, eval.execute("speech", list.toString(), "--json"));
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertTrue(report.get("model").asText().startsWith("en-telephone-"), "the site's words too");
    assertEquals(BenchQuestions.ALL.size(), report.get("utterances").asInt());
    assertEquals(0, report.get("word_error_rate").asDouble(), out.toString());
  }
}
