package parley.server.mail;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import parley.config.MailboxSettings;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.mail.server.CheckedStep;
import parley.mail.work.MailOverview;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley mail`: threads, outbox and quarantine; `release` and `test`; and `run`, which answers
/// the mailboxes without the telephone. `show` and `answer` are classes of their own.
@Command(
    name = "mail",
    description =
        "Show threads, outbox and quarantine of mail; answer a thread; release a mail; test the"
            + " mailboxes.",
    mixinStandardHelpOptions = true)
public final class MailCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int MOST = 50;

  /// Opens the database, lets work be done with it, closes it.
  @FunctionalInterface
  public interface Access {

    /// @throws CommandFault when the database cannot be reached
    <T> T use(Settings settings, Function<MailOverview, T> work);
  }

  /// Answers mail until the process is told to stop.
  @FunctionalInterface
  public interface Running {

    /// @param byWords questions are understood by their words alone
    /// @param grace how long a server may take to put a copy of a reply into the mailbox
    void run(Settings settings, boolean byWords, Duration grace, PrintWriter progress)
        throws InterruptedException;
  }

  private final CommandContext context;
  private final Access mail;
  private final Function<MailboxSettings, List<CheckedStep>> check;
  private final Running running;
  private final Clock clock;

  public MailCommand(
      CommandContext context,
      Access mail,
      Function<MailboxSettings, List<CheckedStep>> check,
      Running running,
      Clock clock) {
    this.context = context;
    this.mail = mail;
    this.check = check;
    this.running = running;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    PrintWriter out = context.out();
    MailText text = new MailText(context.settings().site().zone());
    return mail.use(
        context.settings(),
        all -> {
          out.print(text.threads(all.threads(MOST), clock.instant()));
          out.print(text.outbox(all.outbox(MOST)));
          out.print(text.quarantine(all.quarantine(MOST)));
          out.flush();
          return 0;
        });
  }

  @Command(
      name = "release",
      description = "Have a quarantined mail dealt with after all.",
      mixinStandardHelpOptions = true)
  int release(
      @Parameters(paramLabel = "ID", description = "The beginning of its id in ./parley mail.")
          String id) {
    return mail.use(
        context.settings(),
        all -> {
          UUID found =
              all.quarantined(id)
                  .orElseThrow(() ->
                      new CommandFault(
                          "No quarantined mail's id, or more than one, begins with "
                              + id
                              + ": see ./parley mail"));
          if (!all.release(found)) {
            throw new CommandFault(
                "Of that mail only the header was kept: look at it in the mailbox itself");
          }
          context.out().println("Released; it is answered within seconds while Parley runs.");
          context.out().flush();
          return 0;
        });
  }

  @Command(
      name = "test",
      description = "Check each mailbox step by step and say what is wrong.",
      mixinStandardHelpOptions = true)
  int test() {
    Settings settings = withMailboxes(context.settings());
    boolean passed = true;
    for (MailboxSettings box : settings.mailboxes()) {
      context.out().println(box.name() + " (" + box.address() + ")");
      for (CheckedStep step : check.apply(box)) {
        context
            .out()
            .printf("  %-4s %-12s %s%n", step.passed() ? "ok" : "FAIL", step.name(), step.says());
        passed &= step.passed();
      }
      context.out().flush();
    }
    return passed ? 0 : FAILED;
  }

  @Command(
      name = "run",
      description = "Answer the mailboxes alone, without the telephone, until Ctrl-C.",
      mixinStandardHelpOptions = true)
  int run(
      @Option(
              names = "--set",
              paramLabel = "KEY=VALUE",
              description = "A setting for this run alone, such as database.pool-size=5.")
          @org.jspecify.annotations.Nullable
          Map<String, String> set,
      @Option(
              names = "--by-words",
              description =
                  "Understand questions by their words alone: less memory, less answered.")
          boolean byWords,
      @Option(
              names = "--grace",
              paramLabel = "SECONDS",
              defaultValue = "30",
              description =
                  "How long the mail server may take to put a reply's copy into the mailbox"
                      + " (${DEFAULT-VALUE}).")
          int grace)
      throws InterruptedException {
    List<SettingsLoader.Given> given = new ArrayList<>();
    new LinkedHashMap<>(set == null ? Map.of() : set)
        .forEach((key, value) -> given.add(new SettingsLoader.Given(key, value, "--set")));
    running.run(
        withMailboxes(context.settings(given.toArray(SettingsLoader.Given[]::new))),
        byWords,
        Duration.ofSeconds(grace),
        context.err());
    return 0;
  }

  private static Settings withMailboxes(Settings settings) {
    if (settings.mailboxes().isEmpty()) {
      throw new CommandFault(
          "No mailbox is set and enabled: see mail.mailboxes in config/parley.yaml");
    }
    return settings;
  }
}
