package parley.server.bench.knowledge;

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
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The bench with few entries; the vectors of its real wordings are random here.
class KnowledgeBenchCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static float[] vector(String text) {
    var random = new SplittableRandom(text.hashCode());
    float[] vector = new float[32];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private int run(String... arguments) {
    List<String> wordings =
        List.of("where is my order", "i forgot my password", "how can i pay", "may i bring a dog");
    CommandLine command =
        new CommandLine(
            new KnowledgeBenchCommand(
                () -> folder, () -> wordings, () -> KnowledgeBenchCommandTest::vector));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @Test
  void entriesAreFoundAgainAndNothingIsLeftBehind() throws IOException {
    assertEquals(0, run("--entries", "300", "--questions", "50", "--json"), err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertEquals(300, report.get("entries").asInt());
    assertTrue(report.get("found_at_5").asDouble() > 0.8, out.toString());
    assertTrue(report.get("disk_mb").asDouble() > 0);
    assertTrue(report.get("memory_mb").get("heap").asDouble() > 0);
    assertTrue(report.get("query_ms").get("p99").asDouble() > 0);
    assertTrue(report.get("build_seconds").asDouble() > 0);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void anIndexThatIsThereIsOnlyAskedAgain() throws IOException {
    String index = folder.resolve("index").toString();
    String[] arguments = {
      "--entries", "100", "--questions", "20", "--folder", index, "--json",
    };
    assertEquals(0, run(arguments), err.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, run(arguments), err.toString());
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertTrue(report.get("build_seconds") == null, out.toString());
    assertTrue(report.get("found_at_5").asDouble() > 0.8, out.toString());
    arguments[1] = "200";
    assertEquals(2, run(arguments));
    assertTrue(err.toString().contains("holds an index of 100 entries"), err.toString());
  }

  @Test
  void aNumberOfEntriesThatCannotBeIsExplained() {
    assertEquals(2, run("--entries", "0"));
    assertTrue(err.toString().contains("--entries is 0; expected 10 to"), err.toString());
  }
}
