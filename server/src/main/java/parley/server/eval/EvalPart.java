package parley.server.eval;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// One part of `eval`, a class with `@Command`: measures, and prints a table or one JSON document
/// on standard output. Exit code 1 and one sentence where that cannot be done.
public abstract class EvalPart implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  /// What a part has measured, both ways to print it ending with a line break.
  public interface Report {
    String table();

    String json();

    /// Whether the exit code is 0.
    default boolean passed() {
      return true;
    }
  }

  /// @throws BadTestSetException for what is wrong with the files named by the operator
  protected abstract Report measure() throws InterruptedException;

  @Override
  public final Integer call() throws InterruptedException {
    try {
      Report report = measure();
      PrintWriter out = spec().commandLine().getOut();
      out.print(json ? report.json() : report.table());
      out.flush();
      return report.passed() ? 0 : FAILED;
    } catch (BadTestSetException e) {
      String sentence = String.valueOf(e.getMessage());
      note("parley: " + sentence + (sentence.endsWith(".") ? "" : "."));
      return FAILED;
    }
  }

  /// What the arguments got wrong; to be thrown.
  protected final ParameterException wrong(String sentence) {
    return new ParameterException(spec().commandLine(), sentence);
  }

  /// Says something on standard error, while measuring.
  protected final void note(String sentence) {
    err().println(sentence);
    err().flush();
  }

  protected final PrintWriter err() {
    return spec().commandLine().getErr();
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("Not run by picocli");
    }
    return spec;
  }
}
