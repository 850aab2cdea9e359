package parley.server.eval.language;

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
class LanguageEvalCommandTest {
  @TempDir private static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = EvalCommand.of(List.of(new LanguageEvalCommand()));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void languagesAreToldAndCounted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("languages.tsv"),
            """
            # a comment
            wann kommt mein neues Telefon endlich an\tde
            quand est-ce que mon nouveau téléphone arrive\tfr
            this one is labelled wrongly on purpose\tde
            """);
    assertEquals(0, run("language", file.toString(), "--json"), err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertEquals(3, report.get("messages").asInt());
    assertEquals(2, report.get("languages").asInt());
    assertTrue(report.get("among").asInt() >= 23);
    assertEquals("small", report.get("models").asText());
    assertEquals(2.0 / 3, report.get("accuracy").asDouble(), 1e-9);
    assertEquals(0.5, report.get("accuracy_by_language").get("de").asDouble());
    assertTrue(report.get("heap_mb").isNumber());
    assertTrue(report.get("message_ms").get("p95").asDouble() > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "guten tag,'l.tsv, line 1: expected a text, a tab and the two letters of its language'",
    "guten tag\\tgerman,'l.tsv, line 1: expected a text'",
    "'',l.tsv holds no message",
  })
  void aFileThatCannotBeUsedIsOneSentence(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("l.tsv"), text.replace("\\t", "\t"));
    assertEquals(1, run("language", file.toString()));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertTrue(err.toString().contains(sentence), err.toString());
  }
}
