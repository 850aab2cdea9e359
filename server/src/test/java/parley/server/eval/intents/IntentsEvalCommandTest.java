package parley.server.eval.intents;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.server.eval.EvalCommand;
import parley.speech.adapt.SoundAlikes;
import picocli.CommandLine;

/// The command on a few messages.
class IntentsEvalCommandTest {
  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command =
        EvalCommand.of(
            List.of(
                new IntentsEvalCommand(
                    () -> new OnnxSentenceVectors(folder.resolve("native")),
                    () -> SoundAlikes.in(Path.of("../speech/models/en-telephone")),
                    (_, _) -> {
                      throw new AssertionError("nothing is spoken");
                    })));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void intentsAreLearnedFromOneFileAndFoundInAnother() throws IOException {
    Path train =
        Files.writeString(
            folder.resolve("train.tsv"),
            """
            where is my parcel\tdelivery
            has my order been shipped yet\tdelivery
            when will it arrive\tdelivery
            i forgot my password\tpassword
            i cannot log in any more\tpassword
            reset my password please\tpassword
            """);
    Path test =
        Files.writeString(
            folder.resolve("test.tsv"),
            "my package has not come\tdelivery\nthe login does not work\tpassword\n");
    assertEquals(
        0,
        run("intents", train.toString(), test.toString(), "--json", "--misheard", "0.5"),
        err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertEquals(2, report.get("messages").asInt());
    assertEquals(1.0, report.get("accuracy").asDouble(), out.toString());
    assertEquals(1.0, report.get("in_scope_accuracy").asDouble());
    assertTrue(report.get("out_of_scope_recall").isNull());
    assertEquals(1.0, report.get("macro_f1").asDouble());
    assertTrue(report.get("calibration_error").isNumber());
    assertTrue(report.get("misheard").get("word_error_rate").asDouble() > 0.2, out.toString());
    assertTrue(report.get("misheard").get("in_scope_accuracy").isNumber());
    assertTrue(report.get("train_seconds").asDouble() > 0);
    assertTrue(report.get("message_ms").get("p95").asDouble() > 0);
  }

  @Test
  void withoutANumberAsManyWordsAreMisheardAsTheBundledRecognizerMishears() throws IOException {
    String words = "where did the parcel with the new shoes go after it left the warehouse";
    Path texts =
        Files.writeString(
            folder.resolve("often.tsv"),
            (words + "\tdelivery\ni forgot the password of my account again\tpassword\n")
                .repeat(40));
    assertEquals(
        0,
        run("intents", texts.toString(), texts.toString(), "--json", "--misheard"),
        err.toString());
    JsonNode misheard = new ObjectMapper().readTree(out.toString()).get("misheard");
    assertEquals(3 * 80, misheard.get("messages").asInt());
    assertEquals(0.087, misheard.get("word_error_rate").asDouble(), 0.03);
  }

  @ParameterizedTest
  @CsvSource({
    "where is my parcel,'intents.tsv, line 1: expected a text, a tab and its intent'",
    "one\\tsame,expected at least two intents to tell apart",
    "'',intents.tsv holds no text",
  })
  void whatNoIntentsCanBeLearnedFromIsOneSentence(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("intents.tsv"), text.replace("\\t", "\t"));
    assertEquals(1, run("intents", file.toString(), file.toString()));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertTrue(err.toString().contains(sentence), err.toString());
    assertEquals("", out.toString());
  }
}
