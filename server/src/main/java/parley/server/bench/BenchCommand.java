package parley.server.bench;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import parley.server.call.CallRefusedException;
import parley.server.call.NotRunningException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the running Parley from the caller's side, or one that it starts for that.
@Command(
    name = "bench",
    description = "Measures latency, capacity, memory and leaks over real calls.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "10",
      description = "Calls at once in the loaded part, 1 to 200 (${DEFAULT-VALUE}).")
  private int calls;

  @Option(
      names = "--turns",
      paramLabel = "N",
      defaultValue = "30",
      description = "Turns with one call at a time; twice as many under load (${DEFAULT-VALUE}).")
  private int turns;

  @Option(
      names = "--short-calls",
      paramLabel = "N",
      defaultValue = "200",
      description = "Calls after which nothing may be left over (${DEFAULT-VALUE}).")
  private int shortCalls;

  @Option(names = "--json", description = "Prints one JSON document; progress on standard error.")
  private boolean json;

  private final Supplier<BenchParts> parts;

  /// The supplier reads the settings and loads the voice; it is asked once, when the command runs.
  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public BenchCommand(Supplier<BenchParts> parts) {
    this.parts = parts;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter progress = spec.commandLine().getErr();
    BenchPlan plan = plan();
    try (BenchParts measured = parts.get()) {
      Bench bench =
          new Bench(
              measured,
              plan,
              line -> {
                progress.println(line);
                progress.flush();
              });
      BenchReport report = bench.run();
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? report.json() + System.lineSeparator() : report.table());
      out.flush();
      return 0;
    } catch (NotRunningException | CallRefusedException e) {
      progress.println(e.getMessage());
      return 1;
    }
  }

  private BenchPlan plan() {
    try {
      return new BenchPlan(calls, turns, 2 * turns, shortCalls);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
