package parley.server.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.server.call.NotRunningException;
import picocli.CommandLine;

class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command =
        new CommandLine(
            new BenchCommand(() -> {
              throw new NotRunningException("No model: run `./parley doctor`.");
            }));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "--calls,0",
    "--calls,201",
    "--calls,many",
    "--turns,0",
    "--short-calls,-1",
    "--unknown,1"
  })
  void wrongArgumentsAreExplained(String option, String value) {
    assertEquals(2, run(option, value));
    assertTrue(err.toString().contains(option), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void whatCannotRunIsOneSentence() {
    assertEquals(1, run("--json"));
    assertEquals("No model: run `./parley doctor`.", err.toString().strip());
    assertEquals("", out.toString());
  }
}
