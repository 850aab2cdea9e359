package parley.server.eval.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.server.call.NotRunningException;
import parley.server.eval.EvalCommand;
import parley.server.wiring.LocalEar;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;
import parley.speech.synthesize.MarySynthesizer;
import picocli.CommandLine;

/// The command on a few recordings, with the bundled model.
class SpeechEvalCommandTest {
  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final Map<String, String> SAID =
      Map.of("digits.wav", "one two three four", "question.wav", "where is my order");

  @TempDir private static Path folder;
  private static Settings settings;
  private static Path list;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void record() throws IOException {
    settings =
        SettingsLoader.load(
                HOME, Map.of("PARLEY_STATE", folder.resolve("state").toString()), List.of())
            .settings();
    Settings.Speech patient =
        new Settings.Speech("auto", 1, 1, Duration.ofMinutes(1), Duration.ofMinutes(1), true);
    StringBuilder lines = new StringBuilder("file\ttranscript\tspeaker\n");
    try (MarySynthesizer voice = new MarySynthesizer(16_000, patient)) {
      SAID.forEach((name, text) -> {
        WavFile.write(folder.resolve(name), voice.speak("en", text).join());
        lines.append(name + "\t" + text + "\tmary\n");
      });
    }
    WavFile.write(folder.resolve("empty.wav"), Pcm.empty(44_100));
    lines.append("empty.wav\t\tnobody\n");
    list = Files.writeString(folder.resolve("set.tsv"), lines);
  }

  private int run(String... arguments) {
    CommandLine command =
        EvalCommand.of(
            List.of(
                new SpeechEvalCommand(
                    model -> LocalEar.open(settings, model, _ -> {}),
                    () -> {
                      throw new NotRunningException("Parley is not running: start it.");
                    })));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private JsonNode json(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("speech", list.toString()));
    arguments.addAll(List.of(more));
    assertEquals(0, run(arguments.toArray(String[]::new)), err.toString());
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void aReportHasEveryFigure() throws IOException {
    JsonNode report = json("--json");
    assertEquals(3, report.get("utterances").asInt());
    assertEquals(8, report.get("words").asInt());
    assertEquals(
        report.get("word_error_rate").asDouble() * 8,
        report.get("substitutions").asInt()
            + report.get("deletions").asInt()
            + report.get("insertions").asInt(),
        1e-9);
    assertTrue(report.get("word_error_rate").asDouble() < 0.5, out.toString());
    assertTrue(report.get("real_time_factor").asDouble() > 0);
    assertTrue(report.get("final_ms").get("p50").asDouble() > 0);
    assertTrue(report.get("partials").get("updates").asInt() > 0);
    assertEquals(2, report.get("speakers").size());
    assertEquals("none", report.get("grammar").asText());
    assertEquals("clean", report.get("channel").asText());
    String model = report.get("model").asText();
    assertTrue(model.startsWith("en-telephone-"), "not heard with the site's words: " + model);
    assertTrue(report.get("worst_words").isArray() && report.has("machine"));
  }

  @Test
  void aGrammarAChannelAndAModelCanBeChosen() throws IOException {
    String model = HOME.resolve("speech/models/en-telephone").toString();
    JsonNode report =
        json("--json", "--grammar", "digits", "--channel", "quiet:6,mulaw", "--model", model);
    assertEquals("quiet:6,mulaw", report.get("channel").asText());
    assertEquals("digits", report.get("grammar").asText());
    assertTrue(report.get("word_error_rate").asDouble() > 0, "no grammar of digits hears an order");
  }

  @Test
  void wordsOfAGrammarFileThatTheModelDoesNotKnowAreNamed() throws IOException {
    Path grammar = Files.writeString(folder.resolve("own.txt"), "One two!\n\nxyzzy one\n");
    String model = HOME.resolve("speech/models/en-telephone").toString();
    assertEquals(
        0, run("speech", list.toString(), "--grammar", grammar.toString(), "--model", model));
    assertEquals(
        "en-telephone does not know 1 of the words of the grammar "
            + grammar
            + " and leaves them out: xyzzy.",
        err.toString().strip());
    assertTrue(out.toString().contains("taken back per 100 words"), out.toString());
    assertTrue(out.toString().contains("worst words"), out.toString());
    assertTrue(out.toString().contains("mary"), out.toString());
  }

  @Test
  void everyNamedGrammarIsKnownToTheModel() {
    try (Ear ear = LocalEar.open(settings, Optional.empty(), _ -> {})) {
      for (NamedGrammar name : NamedGrammar.values()) {
        var vocabulary = GrammarChoice.choose(name.written(), ear, _ -> {});
        assertTrue(ear.model().unknownWords(vocabulary).size() < 5, name.written());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--grammar,no-such-grammar",
    "--channel,gsm",
    "--channel,noise:loud",
    "--unknown,1",
  })
  void wrongArgumentsAreExplained(String option, String value) {
    assertEquals(2, run("speech", list.toString(), option, value));
    assertTrue(err.toString().contains(option), err.toString());
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @CsvSource({"--grammar,digits", "--model,."})
  void whatTheCallDecidesCannotBeGivenOverSip(String option, String value) {
    assertEquals(2, run("speech", list.toString(), "--over-sip", option, value));
    assertTrue(err.toString().contains(option + " and --over-sip do not go together"));
  }

  @Test
  void noRunningParleyIsOneSentence() {
    assertEquals(1, run("speech", list.toString(), "--over-sip"));
    assertEquals("parley: Parley is not running: start it.", err.toString().strip());
  }

  @Test
  void whatIsNoModelNoGrammarOrNoSoundIsOneSentence() throws IOException {
    Path text = Files.writeString(folder.resolve("text.wav"), "no sound");
    Path none = Files.writeString(folder.resolve("none.txt"), "xyzzy\n");
    Path blank = Files.writeString(folder.resolve("blank.txt"), "\n  \n");
    Path bad = Files.writeString(folder.resolve("bad.tsv"), "text.wav\tone\n");
    assertFails("is not a Vosk model", list, "--model", folder.toString());
    assertFails("knows no word of the grammar", list, "--grammar", none.toString());
    assertFails("holds no phrase", list, "--grammar", blank.toString());
    assertFails(text + ": found no RIFF/WAVE header", bad);
  }

  private void assertFails(String sentence, Path set, String... more) {
    List<String> arguments = new ArrayList<>(List.of("speech", set.toString()));
    arguments.addAll(List.of(more));
    err.getBuffer().setLength(0);
    assertEquals(1, run(arguments.toArray(String[]::new)));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertTrue(err.toString().contains(sentence), err.toString());
  }
}
