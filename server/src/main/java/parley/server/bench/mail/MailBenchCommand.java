package parley.server.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import parley.server.bench.BenchPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley bench mail`: whether each mail is answered once, whatever dies, and how fast.
@Command(
    name = "mail",
    description =
        "Sends questions to a mail server of its own and counts the replies of a Parley that is"
            + " killed meanwhile; exit code 1 when a mail is lost or answered twice.",
    mixinStandardHelpOptions = true)
public final class MailBenchCommand extends BenchPart {

  /// Two seconds' worth, after which most of the code is compiled.
  private static final int WARM_UP = 100;

  @Option(
      names = "--mails",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many, 1 to 10000 (${DEFAULT-VALUE}).")
  private int mails;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "0",
      description = "How often the process is killed, 0 to 1000 (${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "25",
      description =
          "How many are sent a second, 0 to 1000 (${DEFAULT-VALUE}); 0: all at once. With kills"
              + " always so.")
  private int rate;

  private final Path home;
  private final Supplier<Path> state;

  /// @param state the folder in which a database is made, and deleted again
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public MailBenchCommand(Path home, Supplier<Path> state) {
    this.home = home;
    this.state = state;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    within("--mails", mails, 1, 10_000);
    within("--kills", kills, 0, 1000);
    within("--rate", rate, 0, 1000);
    MailBenchReport report =
        measured(
            state.get(),
            "bench-mail-",
            folder ->
                new MailBench(
                        home,
                        mails,
                        kills,
                        kills > 0 ? 0 : rate,
                        kills > 0 ? 0 : WARM_UP,
                        progress())
                    .run(folder));
    print(report.table(), report.json());
    return report.lost() + report.doubled() == 0 ? 0 : 1;
  }
}
