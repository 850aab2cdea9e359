package parley.server.eval.privacy;

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

/// The command on a few messages, and the floor on the set that is published.
class PrivacyEvalCommandTest {
  private static final Path HOME = Path.of(System.getProperty("parley.home", ".."));

  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = EvalCommand.of(List.of(new PrivacyEvalCommand()));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private JsonNode report(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("cases.tsv"), text);
    assertEquals(0, run("privacy", file.toString(), "--json"), err.toString());
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void whatIsLeftAndWhatIsMaskedForNothingIsCounted() throws IOException {
    JsonNode report =
        report(
            """
            my card is 4111 1111 1111 1111\tCARD: 4111 1111 1111 1111
            call zanzibar quux\tNAME: zanzibar quux
            my order 44812 is late\t
            where is it\t
            """);
    assertEquals(4, report.get("messages").asInt());
    assertEquals(0.25, report.get("leak_rate").asDouble());
    assertEquals(1, report.get("false_masks").asInt());
    assertEquals(1.0, report.get("kinds").get("card").get("recall").asDouble());
    assertEquals(0.0, report.get("kinds").get("name").get("recall").asDouble());
    assertEquals("call zanzibar quux", report.get("leaking").get(0).asText());
  }

  @Test
  void publishedSetLeaksNoMoreThanWhenItWasMeasured() throws IOException {
    Path set = HOME.resolve("docs/results/sets/privacy.tsv");
    assertEquals(0, run("privacy", set.toString(), "--json"), err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertTrue(report.get("messages").asInt() >= 300);
    assertTrue(report.get("leak_rate").asDouble() <= 0.02, out.toString());
    assertTrue(report.get("false_masks").asInt() <= 3, out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "no tab,'cases.tsv, line 1: expected lines of a text'",
    "a\\tCARD: b,does not hold the words",
    "a\\tCAR: a,CAR is no kind; allowed are [NAME",
    "'',cases.tsv holds no text",
  })
  void badSetsAreOneSentence(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("cases.tsv"), text.replace("\\t", "\t"));
    assertEquals(1, run("privacy", file.toString()));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertTrue(err.toString().contains(sentence), err.toString());
  }
}
