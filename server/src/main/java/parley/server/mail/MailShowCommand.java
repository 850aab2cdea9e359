package parley.server.mail;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import parley.config.Settings;
import parley.mail.work.MailThreads;
import parley.server.command.CaseText;
import parley.server.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley mail show THREAD`: what was written in one thread, as it was kept.
@Command(
    name = "show",
    description = "Show one thread of mail: who wrote what, and our mails in it.",
    mixinStandardHelpOptions = true)
public final class MailShowCommand implements Callable<Integer> {

  private final CommandContext context;
  private final ThreadAccess threads;

  @Parameters(paramLabel = "THREAD", description = "The beginning of its id in ./parley mail.")
  private String thread = "";

  @Option(
      names = "--masked",
      description = "Without personal data: names, numbers, addresses; to give to others.")
  private boolean masked;

  public MailShowCommand(CommandContext context, ThreadAccess threads) {
    this.context = context;
    this.threads = threads;
  }

  @Override
  public Integer call() {
    Settings settings = context.settings();
    MailThreads.Shown shown =
        threads.use(settings, all -> all.show(ThreadAccess.find(all, thread)));
    ZoneId zone = settings.site().zone();
    context.out().print(new MailText(zone).shown(masked ? MaskedThread.of(shown) : shown));
    context.out().print(new CaseText(zone, masked).of(shown.same()));
    context.out().flush();
    return 0;
  }
}
