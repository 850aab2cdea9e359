package parley.server.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.config.Settings;
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

  /// Ten seconds' worth, after which most of the code is compiled.
  private static final int WARM_UP = 250;

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

  @Option(
      names = "--by-words",
      description =
          "Understand questions by their words alone, as a site without the model of sentences.")
  private boolean byWords;

  @Option(
      names = "--big",
      paramLabel = "MB",
      defaultValue = "0",
      description =
          "Send four mails of so many megabytes after the others, 0 to 70 (${DEFAULT-VALUE}), and"
              + " tell the highest memory.")
  private int big;

  @Option(
      names = "--mailbox",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Instead: how long a mailbox of so many read mails takes to open, up to 1000000; 100000"
              + " take 0.8 GB.")
  private int mailbox;

  private final Path home;
  private final Supplier<Path> state;
  private final Function<Map<String, String>, Settings> settings;
  private final Clock clock;

  /// @param state the folder in which a database is made, and deleted again
  /// @param settings made of single settings
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public MailBenchCommand(
      Path home,
      Supplier<Path> state,
      Function<Map<String, String>, Settings> settings,
      Clock clock) {
    this.clock = clock;
    this.home = home;
    this.state = state;
    this.settings = settings;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    within("--mails", mails, 1, 10_000);
    within("--kills", kills, 0, 1000);
    within("--rate", rate, 0, 1000);
    within("--big", big, 0, 70);
    within("--mailbox", mailbox, 0, 1_000_000);
    return mailbox > 0 ? fullMailbox() : mails();
  }

  private int mails() throws InterruptedException, IOException {
    boolean kill = kills > 0;
    MailPlan plan = new MailPlan(mails, kills, kill ? 0 : rate, kill ? 0 : WARM_UP, byWords, big);
    MailBenchReport report =
        measured(
            state.get(),
            "bench-mail-",
            folder -> new MailBench(home, plan, progress()).run(folder));
    print(report.table(), report.json());
    return report.good() ? 0 : 1;
  }

  private int fullMailbox() throws InterruptedException, IOException {
    FullMailboxReport report =
        measured(
            state.get(),
            "bench-mail-",
            folder -> new FullMailbox(mailbox, settings, clock).run(folder));
    print(report.table(), report.json());
    return 0;
  }
}
