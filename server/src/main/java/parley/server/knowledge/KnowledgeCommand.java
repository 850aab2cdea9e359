package parley.server.knowledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parley.dialogue.consistency.ConsistencyCheck;
import parley.dialogue.consistency.Statement;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.documents.Passage;
import parley.dialogue.exchange.EntryText;
import parley.dialogue.exchange.ExchangeFormat;
import parley.dialogue.exchange.ImportLine;
import parley.dialogue.exchange.KnowledgeImport;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.dialogue.usage.UsageTally;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley knowledge export`, `import` and `check`: entries from and to other programs, and
/// whether they go together. What else there is of it are commands of their own, see [#of].
@Command(
    name = "knowledge",
    description = "Looks after the entries of the knowledge.",
    synopsisSubcommandLabel = "(list | check | off | on | export | import | generate | feedback)",
    mixinStandardHelpOptions = true)
public final class KnowledgeCommand {

  private final CommandContext context;
  private final Supplier<SentenceVectors> vectors;
  private final UsageAccess usage;
  private final Clock clock;

  /// @param vectors loads the model of sentences
  KnowledgeCommand(
      CommandContext context, Supplier<SentenceVectors> vectors, UsageAccess usage, Clock clock) {
    this.context = context;
    this.vectors = vectors;
    this.usage = usage;
    this.clock = clock;
  }

  /// The whole command.
  ///
  /// @param vectors loads the model of sentences
  /// @param model who writes drafts, where a language model is set
  public static CommandLine of(
      CommandContext context,
      Supplier<SentenceVectors> vectors,
      UsageAccess usage,
      KnowledgeGenerateCommand.ModelAccess model,
      Clock clock) {
    return new CommandLine(new KnowledgeCommand(context, vectors, usage, clock))
        .addSubcommand(new KnowledgeGenerateCommand(context, vectors, usage, model, clock))
        .addSubcommand(new KnowledgeListCommand(context, usage, clock))
        .addSubcommand(new KnowledgeSwitchCommand.Off(context))
        .addSubcommand(new KnowledgeSwitchCommand.On(context))
        .addSubcommand(new KnowledgeFeedbackCommand(context, usage, clock));
  }

  private Path folder() {
    return KnowledgeFolder.of(context.home());
  }

  @Command(
      name = "export",
      description =
          "Writes all entries into one file of YAML, JSON or CSV, by its ending, with how often each"
              + " was an answer in the last 90 days and whether it helped; an import leaves those"
              + " two out.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "FILE", description = "Such as entries.csv.") Path file,
      @Option(names = "--again", description = "Replaces the file if it is there.") boolean again) {
    ExchangeFormat format = format(file);
    if (Files.exists(file) && !again) {
      throw new CommandFault(file + " is there already; --again replaces it");
    }
    KnowledgeBase base = KnowledgeFolder.read(context.home()).base();
    Optional<UsageTally> tally = tally();
    try {
      Path beside = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(
          beside,
          EntryText.of(base.entries(), format, id -> tally.map(all -> all.of(id))),
          StandardCharsets.UTF_8);
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFault(
          file + " cannot be written (" + e.getClass().getSimpleName() + "); name another place",
          e);
    }
    context.out().println(base.entries().size() + " entries are in " + file);
    context.out().flush();
    return 0;
  }

  /// The entries are worth a file also while the log cannot be read.
  private Optional<UsageTally> tally() {
    try {
      return Optional.of(
          usage.use(
              context.settings(), log -> UsageWindow.tally(log, clock, UsageWindow.USUAL_DAYS)));
    } catch (CommandFault fault) {
      context.err().println("Without how entries did: " + fault.getMessage());
      context.err().flush();
      return Optional.empty();
    }
  }

  @Command(
      name = "import",
      description =
          "Takes entries from a file of YAML, JSON or CSV into config/knowledge/imported.yaml, and"
              + " says of each what became of it.",
      mixinStandardHelpOptions = true)
  int importFrom(
      @Parameters(paramLabel = "FILE", description = "As an export writes it.") Path file,
      @Option(names = "--dry-run", description = "Only says what would become of each entry.")
          boolean dry) {
    ExchangeFormat format = format(file);
    try {
      KnowledgeImport work = new KnowledgeImport(context.home(), folder());
      List<ImportLine> lines = work.read(file, format);
      boolean changes = lines.stream().anyMatch(KnowledgeCommand::changes);
      if (changes && !dry) {
        work.write();
      }
      return told(lines, dry);
    } catch (BadFilesException e) {
      throw new CommandFault(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new CommandFault(
          "Nothing was imported: "
              + folder().resolve(KnowledgeImport.FILE)
              + " cannot be written ("
              + e.getClass().getSimpleName()
              + ")",
          e);
    }
  }

  private static boolean changes(ImportLine line) {
    return line.result() instanceof ImportLine.Result.Added
        || line.result() instanceof ImportLine.Result.Changed;
  }

  /// A refused line is no reason to leave the others out, but the operator must see it.
  private int told(List<ImportLine> lines, boolean dry) {
    lines.forEach(context.out()::println);
    long refused = lines.stream().filter(ImportLine::refused).count();
    long taken = lines.stream().filter(KnowledgeCommand::changes).count();
    context
        .out()
        .printf(
            "%d entries: %d %s, %d the same, %d refused%n",
            lines.size(),
            taken,
            dry ? "would be taken" : "taken",
            lines.size() - taken - refused,
            refused);
    context.out().flush();
    return refused == 0 ? 0 : 1;
  }

  @Command(
      name = "check",
      description =
          "Points out entries that are asked for in the same words, and sentences of entries and"
              + " documents that say the same with other figures.",
      mixinStandardHelpOptions = true)
  int check(
      @Option(names = "--words-only", description = "Compares without the model of sentences.")
          boolean wordsOnly) {
    KnowledgeFiles.Placed placed = KnowledgeFolder.read(context.home());
    LiveDocuments documents =
        LiveDocuments.read(
            context.home(), context.settings().knowledge().documents(), Optional.empty());
    List<Statement> statements =
        Stream.concat(
                placed.base().entries().stream()
                    .map(
                        entry -> Statement.of(entry, placed.places().getOrDefault(entry.id(), ""))),
                documents.passages().stream()
                    .sorted(Comparator.comparing(Passage::id))
                    .map(passage -> Statement.of(passage, passage.id())))
            .toList();
    Optional<SentenceVectors> model = wordsOnly ? Optional.empty() : Optional.of(vectors.get());
    context.out().print(FindingText.of(new ConsistencyCheck(model).findings(statements)));
    documents.problems().forEach(problem -> context.out().println("Not read: " + problem));
    context.out().flush();
    return 0;
  }

  private static ExchangeFormat format(Path file) {
    return ExchangeFormat.of(file)
        .orElseThrow(() ->
            new CommandFault(
                file + " has an ending that is unknown; expected .yaml, .json or .csv"));
  }
}
