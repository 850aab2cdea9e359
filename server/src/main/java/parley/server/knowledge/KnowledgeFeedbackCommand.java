package parley.server.knowledge;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.usage.Feedback;
import parley.server.command.CallsCommand;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley knowledge feedback ENTRY --good|--bad`: what an agent or a supervisor says of an
/// answer. It is kept in the audit, and counts where entries are listed.
@Command(
    name = "feedback",
    description = "Keeps whether an entry is a good answer, as such or in one call.",
    mixinStandardHelpOptions = true)
public final class KnowledgeFeedbackCommand implements Callable<Integer> {

  /** A name, and nothing that breaks a line of the audit. */
  private static final String NAME = "[\\p{L}\\p{N} ._@-]{1,60}";

  private final CommandContext context;
  private final UsageAccess usage;
  private final Clock clock;

  @Parameters(paramLabel = "ENTRY", description = "The entry's id; knowledge list has them.")
  private String entry;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Choice choice;

  /// One of the two.
  static final class Choice {
    @Option(names = "--good", required = true, description = "It helped.")
    private boolean good;

    @Option(names = "--bad", required = true, description = "It did not, or is wrong.")
    private boolean bad;

    boolean isGood() {
      return good && !bad;
    }
  }

  @Option(
      names = "--call",
      paramLabel = "ID",
      description =
          "The call in which it was the answer, by the first characters of its id; the last word on"
              + " a call stands, also over what its turns tell.")
  private @Nullable String call;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "command",
      description = "Who says so (default ${DEFAULT-VALUE}).")
  private String by;

  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public KnowledgeFeedbackCommand(CommandContext context, UsageAccess usage, Clock clock) {
    this.context = context;
    this.usage = usage;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = context.settings();
    String id = KnowledgeFolder.entry(KnowledgeFolder.read(context.home()).base(), entry).id();
    if (!by.matches(NAME)) {
      throw new CommandFault(
          "--by is no name; expected 1 to 60 letters, digits, spaces and . _ @ -");
    }
    CallId about = call == null ? null : found(settings, call);
    Feedback feedback =
        new Feedback(UUID.randomUUID(), clock.instant(), id, choice.isGood(), about, by);
    if (!usage.use(settings, log -> log.keep(feedback))) {
      throw new CommandFault(
          "Nothing was kept: `"
              + id
              + "` was no answer in that call; ./parley calls show tells what was");
    }
    context
        .out()
        .printf("Kept: %s is %s%n", id, choice.isGood() ? "a good answer" : "no good answer");
    context.out().flush();
    return 0;
  }

  private CallId found(Settings settings, String beginning) {
    return context.callLog().read(settings, log -> CallsCommand.find(log, beginning).call().id());
  }
}
