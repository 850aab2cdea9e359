package parley.server.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.config.Settings;
import parley.dialogue.drafting.CallersWords;
import parley.dialogue.drafting.DraftFile;
import parley.dialogue.drafting.Drafts;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.llm.Scribe;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley knowledge generate`: drafts other wordings and keywords for entries, into a file that
/// a person looks through and imports. Nothing goes into the knowledge by itself.
@Command(
    name = "generate",
    description =
        "Drafts other wordings and keywords for entries into a file, for a person to look through."
            + " Nothing is in use before it is imported.",
    mixinStandardHelpOptions = true)
public final class KnowledgeGenerateCommand implements Callable<Integer> {

  /// Lets work be done with the language model, where one is set.
  @FunctionalInterface
  public interface ModelAccess {
    <T> T use(Settings settings, Function<Optional<Scribe>, T> work);
  }

  private static final int MOST = 50;

  private final CommandContext context;
  private final Supplier<SentenceVectors> vectors;
  private final UsageAccess usage;
  private final ModelAccess model;
  private final Clock clock;

  @Parameters(paramLabel = "ENTRY", arity = "0..*", description = "Ids of entries.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "For all entries that are active.")
  private boolean all;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "knowledge-drafts.yaml",
      description = "Where the drafts go (default ${DEFAULT-VALUE}); must not be there.")
  private Path file;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "8",
      description = "At most so many wordings for each entry (default ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Looks at the conversations of the last N days (default ${DEFAULT-VALUE}).")
  private int days;

  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  KnowledgeGenerateCommand(
      CommandContext context,
      Supplier<SentenceVectors> vectors,
      UsageAccess usage,
      ModelAccess model,
      Clock clock) {
    this.context = context;
    this.vectors = vectors;
    this.usage = usage;
    this.model = model;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = context.settings();
    KnowledgeBase base = KnowledgeFolder.read(context.home()).base();
    List<KnowledgeEntry> wanted = wanted(base);
    if (most < 1 || most > MOST) {
      throw new CommandFault("--most is " + most + "; allowed is 1 to " + MOST);
    }
    if (!file.toString().endsWith(".yaml")) {
      throw new CommandFault(file + " has another ending; expected .yaml");
    }
    if (Files.exists(file)) {
      throw new CommandFault(file + " is there already; import or remove it, or name another");
    }
    CallersWords callers = callers(settings);
    DraftingRun run = new DraftingRun(settings, base, vectors, most);
    List<Drafts> drafts =
        model.use(settings, scribe -> run.drafts(wanted, callers, scribe, this::progress));
    write(DraftFile.of(drafts, base, today(settings), "./parley knowledge import " + file));
    context.out().print(DraftsText.of(drafts, file));
    context.out().flush();
    return 0;
  }

  private List<KnowledgeEntry> wanted(KnowledgeBase base) {
    if (all == !ids.isEmpty()) {
      throw new CommandFault("Name entries or give --all; ./parley knowledge list has the entries");
    }
    return all
        ? base.entries().stream().filter(entry -> entry.standing().active()).toList()
        : ids.stream().distinct().map(id -> KnowledgeFolder.entry(base, id)).toList();
  }

  /// A site without calls, or whose database is away, gets drafts all the same.
  private CallersWords callers(Settings settings) {
    CallersWords callers = new CallersWords();
    var since = UsageWindow.since(clock, days);
    try {
      return usage.use(
          settings,
          log -> {
            log.each(since, UsageWindow.MOST_CONVERSATIONS, callers::add);
            return callers;
          });
    } catch (CommandFault fault) {
      context.err().println("What callers said is not known: " + fault.getMessage());
      context.err().flush();
      return new CallersWords();
    }
  }

  private void progress(String entry) {
    context.err().println(entry + " ...");
    context.err().flush();
  }

  private LocalDate today(Settings settings) {
    return LocalDate.ofInstant(clock.instant(), settings.site().zone());
  }

  private void write(String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFault(
          file + " cannot be written (" + e.getClass().getSimpleName() + "); name another place",
          e);
    }
  }
}
