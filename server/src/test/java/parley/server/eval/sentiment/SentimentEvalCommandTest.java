package parley.server.eval.sentiment;

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
import parley.server.eval.EvalCommand;
import picocli.CommandLine;

/// The command with the shipped files on a few messages.
class SentimentEvalCommandTest {
  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Path home, String... arguments) {
    // What matters here needs no model of sentences: words are learned from too.
    CommandLine command =
        EvalCommand.of(List.of(new SentimentEvalCommand(home, () -> _ -> new float[] {0})));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private static Path messages() throws IOException {
    return Files.writeString(
        folder.resolve("moods.tsv"),
        """
        # a comment
        thank you so much, you are an angel\tpositive
        where is my order\tneutral\t
        this is ridiculous, you are useless\tnegative\tanger
        there is a fire and somebody is hurt, please help me\tnegative\tdistress
        """);
  }

  @Test
  void moodsAreLearnedFromTheSiteAndJudged() throws IOException {
    assertEquals(
        0, run(Path.of(".."), "sentiment", messages().toString(), "--json"), err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertEquals(4, report.get("messages").asInt());
    assertTrue(report.get("examples").asInt() >= 600);
    assertTrue(report.get("accuracy").asDouble() >= 0.75, out.toString());
    assertTrue(report.get("macro_f1").asDouble() >= 0.7);
    assertTrue(report.get("mean_absolute_error").asDouble() < 0.5);
    assertEquals(1, report.get("confusion").get("neutral").get("neutral").asInt());
    assertEquals(1.0, report.get("anger").get("recall").asDouble());
    assertEquals(1, report.get("distress").get("labelled").asInt());
    assertTrue(report.get("message_ms").get("p95").asDouble() > 0);
  }

  @Test
  void wordsAloneNeedNoExamples() throws IOException {
    assertEquals(0, run(Path.of(".."), "sentiment", messages().toString(), "--words"));
    assertTrue(out.toString().contains("learned from          0 examples"), out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "hello,'moods.tsv, line 1: expected a text, a tab, and negative, neutral or positive'",
    "hello\\thappy,'moods.tsv, line 1: expected a text'",
    "hello\\tneutral\\trage,'moods.tsv, line 1: expected a text'",
    "'',moods.tsv holds no message",
  })
  void aFileThatCannotBeUsedIsOneSentence(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("moods.tsv"), text.replace("\\t", "\t"));
    assertEquals(1, run(Path.of(".."), "sentiment", file.toString()));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertTrue(err.toString().contains(sentence), err.toString());
  }

  @Test
  void aSiteWithoutFilesIsTold() throws IOException {
    assertEquals(1, run(folder, "sentiment", messages().toString()));
    assertTrue(err.toString().contains("config/sentiment"), err.toString());
    assertEquals("", out.toString());
  }
}
