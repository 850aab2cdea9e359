package parley.server.bench.callbacks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.server.bench.BenchPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley bench callbacks`: whether each callback is called once, whatever dies, and how soon.
@Command(
    name = "callbacks",
    description =
        "Has callbacks kept by several processes that are killed meanwhile, and counts the calls"
            + " that are received; exit code 1 when one is lost or called twice.",
    mixinStandardHelpOptions = true)
public final class CallbackBenchCommand extends BenchPart {

  @Option(
      names = "--due",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many are called, 1 to 10000 (${DEFAULT-VALUE}).")
  private int due;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "3",
      description = "Processes that call, 1 to 10 (${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "0",
      description = "How often one of them is killed, 0 to 1000 (${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--pending",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Callbacks of later days beside them, 0 to 1000000 (${DEFAULT-VALUE}).")
  private int pending;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many come due a second, 1 to 10000 (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--without-asterisk",
      description = "A stand-in counts the calls: what the database and the nodes alone can do.")
  private boolean withoutAsterisk;

  @Option(
      names = "--callee",
      paramLabel = "sipp|own",
      description =
          "Who picks up: SIPp, or a callee of our own. Without it, SIPp where it is installed.")
  private @Nullable String callee;

  private final Path home;
  private final Supplier<Path> state;
  private final Clock clock;

  /// @param state the folder in which a database is made, and deleted again
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public CallbackBenchCommand(Path home, Supplier<Path> state, Clock clock) {
    this.home = home;
    this.state = state;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    within("--due", due, 1, 10_000);
    within("--nodes", nodes, 1, 10);
    within("--kills", kills, 0, 1000);
    within("--pending", pending, 0, 1_000_000);
    within("--rate", rate, 1, 10_000);
    CallbackBench.Wanted wanted =
        new CallbackBench.Wanted(due, nodes, kills, pending, rate, picking());
    CallbackBenchReport report =
        measured(
            state.get(),
            "bench-callbacks-",
            folder -> new CallbackBench(home, wanted, clock, progress()).run(folder));
    print(report.table(), report.json());
    return report.lost() + report.doubled() == 0 ? 0 : 1;
  }

  private Picking picking() {
    if (withoutAsterisk) {
      if (callee != null) {
        throw wrong("--callee and --without-asterisk do not go together: nobody picks up there");
      }
      return Picking.STAND_IN;
    }
    return switch (callee == null ? "" : callee) {
      case "" -> Picking.best(home);
      case "own" -> Picking.OWN;
      case "sipp" -> {
        if (Picking.sipp(home).isEmpty()) {
          throw wrong(
              "--callee is sipp, and SIPp is neither in .parley/asterisk/bin nor on the PATH;"
                  + " install it, or use --callee own");
        }
        yield Picking.SIPP;
      }
      default -> throw wrong("--callee is " + callee + "; allowed is sipp or own");
    };
  }
}
