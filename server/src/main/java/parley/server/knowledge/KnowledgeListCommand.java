package parley.server.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import parley.config.Settings;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.dialogue.knowledge.OffList;
import parley.dialogue.usage.Usage;
import parley.dialogue.usage.UsageTally;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley knowledge list`: the entries, where each stands, whether it holds, and how it did.
@Command(
    name = "list",
    description = "Lists the entries with their place, whether they hold, and how they did.",
    mixinStandardHelpOptions = true)
public final class KnowledgeListCommand implements Callable<Integer> {

  private final CommandContext context;
  private final UsageAccess usage;
  private final Clock clock;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--unused", description = "Only entries that were no answer in these days.")
  private boolean unused;

  @Option(
      names = "--weak",
      description =
          "Only entries that were answers in five conversations or more, and helped in fewer than"
              + " six of ten.")
  private boolean weak;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Counts the conversations of the last N days (default ${DEFAULT-VALUE}).")
  private int days;

  public KnowledgeListCommand(CommandContext context, UsageAccess usage, Clock clock) {
    this.context = context;
    this.usage = usage;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = context.settings();
    KnowledgeFiles.Placed placed = KnowledgeFolder.read(context.home());
    Optional<UsageTally> tally = tally(settings);
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.site().zone());
    Set<String> off = new OffList(settings.state()).ids();
    List<KnownEntry> entries =
        placed.base().entries().stream()
            .map(entry ->
                new KnownEntry(
                    entry,
                    placed.places().getOrDefault(entry.id(), ""),
                    off.contains(entry.id())
                        ? KnownEntry.State.SWITCHED_OFF
                        : KnownEntry.State.of(entry.standing(), today),
                    tally.map(all -> all.of(entry.id()))))
            .filter(entry -> !unused || entry.usage().map(Usage::count).orElse(0) == 0)
            .filter(entry -> !weak || entry.usage().map(Usage::weak).orElse(false))
            .toList();
    context
        .out()
        .print(
            json
                ? KnownEntryText.json(entries)
                : KnownEntryText.table(entries, settings.site().zone()));
    context.out().flush();
    return 0;
  }

  /// The entries are told without their use while the log cannot be read, unless it was asked for.
  private Optional<UsageTally> tally(Settings settings) {
    try {
      return Optional.of(usage.use(settings, log -> UsageWindow.tally(log, clock, days)));
    } catch (CommandFault fault) {
      if (unused || weak) {
        throw fault;
      }
      context.err().println("How entries did is not known: " + fault.getMessage());
      context.err().flush();
      return Optional.empty();
    }
  }
}
