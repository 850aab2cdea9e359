package parley.server.eval.entities;

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

/// The command on a few messages.
class EntitiesEvalCommandTest {
  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String lines, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("entities.tsv"), lines);
    CommandLine command = EvalCommand.of(List.of(new EntitiesEvalCommand()));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(
        java.util.stream.Stream.concat(
                List.of("entities", file.toString()).stream(), List.of(options).stream())
            .toArray(String[]::new));
  }

  @Test
  void sharesAndMissesAreCounted() throws IOException {
    String lines =
        """
        # a comment
        order 4711 cost $20\t-\torder=4711 | money=20.00 USD
        03/04/2027\t2027-03-03T10:15 America/New_York US\tdate=2027-03-04
        one moment please\t-\t-
        order 4711\t-\torder=4712
        """;
    assertEquals(0, run(lines, "--json"), err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertEquals(4, report.get("messages").asInt());
    assertEquals(0.75, report.get("exact").asDouble());
    assertEquals(1, report.get("messages_without").asInt());
    assertEquals(1.0, report.get("exact_without").asDouble());
    assertEquals(0.5, report.get("kinds").get("order").get("precision").asDouble());
    assertEquals(0.5, report.get("kinds").get("order").get("recall").asDouble());
    assertEquals(1.0, report.get("kinds").get("date").get("recall").asDouble());
    assertEquals("order=4711", report.get("misses").get(0).get("found").asText());
    assertTrue(report.get("message_ms").get("p95").asDouble() > 0);
  }

  @Test
  void theTableNamesKindsAndMisses() throws IOException {
    assertEquals(0, run("order 4711\t-\torder=4712\n"));
    assertTrue(out.toString().contains("exactly right         0.0 %"), out.toString());
    assertTrue(out.toString().contains("wanted  order=4712"), out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "only a text; entities.tsv, line 1: expected a text, a tab, the context",
        "text\\tLondon\\t-; entities.tsv, line 1: expected a context such as 2027-03-03T10:15"
            + " Europe/London GB, or -, in the second column",
        "# nothing; entities.tsv holds no message"
      })
  void aFileThatCannotBeUsedIsExplained(String lines, String sentence) throws IOException {
    assertEquals(1, run(lines.replace("\\t", "\t")));
    assertTrue(err.toString().contains(sentence), err.toString());
  }
}
