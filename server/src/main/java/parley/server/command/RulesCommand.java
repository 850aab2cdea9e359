package parley.server.command;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.escalation.RuleJson;
import parley.dialogue.escalation.Rules;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.Filter;
import parley.dialogue.trial.RuleTrial;
import parley.dialogue.trial.TrialTools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley rules list` and `./parley rules try CONVERSATION|--all`: the escalation rules, and
/// what they would have done in conversations that are stored.
@Command(
    name = "rules",
    description = "List the escalation rules, or try rules on stored conversations.",
    mixinStandardHelpOptions = true)
public final class RulesCommand implements Callable<Integer> {

  private static final int LARGEST = 10_000;

  private final CommandContext context;
  private final Function<Settings, DialogueParts> dialogue;

  /// @param dialogue with the models that calls have, because rules look at moods and intents
  public RulesCommand(CommandContext context, Function<Settings, DialogueParts> dialogue) {
    this.context = context;
    this.dialogue = dialogue;
  }

  @Override
  public Integer call() {
    return list(null, false);
  }

  @Command(
      name = "list",
      description = "List the rules in the order in which they are looked at.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--rules",
              paramLabel = "FILE",
              description = "Rules in YAML or JSON instead of the site's.")
          @Nullable Path file,
      @Option(names = "--json", description = "Write them as JSON, which can be used instead.")
          boolean json) {
    Settings settings = context.settings();
    Rules rules = rules(dialogue.apply(settings), settings, file);
    context.out().print(json ? RuleJson.text(rules) : RulesText.list(rules));
    context.out().flush();
    return 0;
  }

  @Command(
      name = "try",
      description = "Say which rule would fire at which turn, and why. Nothing is changed.",
      mixinStandardHelpOptions = true)
  int trying(
      @Parameters(
              paramLabel = "CONVERSATION",
              arity = "0..1",
              description = "The call's id, or the first characters of it.")
          @Nullable String id,
      @Option(names = "--all", description = "All conversations, newest first.") boolean all,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "100",
              description = "With --all at most so many (default ${DEFAULT-VALUE}).")
          int limit,
      @Option(
              names = "--rules",
              paramLabel = "FILE",
              description = "Rules in YAML or JSON instead of the site's.")
          @Nullable Path file,
      @Option(names = "--json", description = "Print one JSON document.") boolean json) {
    if ((id == null) != all) {
      throw new CommandFault("Name one conversation, or say --all; ./parley calls lists them");
    }
    if (limit < 1 || limit > LARGEST) {
      throw new CommandFault("--limit is " + limit + "; allowed is 1 to " + LARGEST);
    }
    Settings settings = context.settings();
    DialogueParts parts = dialogue.apply(settings);
    RuleTrial trial = trial(parts, settings, rules(parts, settings, file));
    List<RulesText.Tried> tried =
        context
            .callLog()
            .read(
                settings,
                log ->
                    details(log, id, limit)
                        .map(detail -> new RulesText.Tried(detail.call().id(), trial.over(detail)))
                        .toList());
    context.out().print(json ? RulesText.json(tried) : RulesText.tried(tried));
    context.out().flush();
    return 0;
  }

  private Rules rules(DialogueParts parts, Settings settings, @Nullable Path file) {
    return file == null ? parts.rules() : parts.rules(settings.home(), file);
  }

  private static Stream<CallDetail> details(CallLog log, @Nullable String id, int limit) {
    if (id != null) {
      return Stream.of(CallsCommand.find(log, id));
    }
    return log.list(new Filter(null, null, null, null, limit, 0)).stream()
        .map(call -> log.find(call.id()))
        .flatMap(Optional::stream);
  }

  private static RuleTrial trial(DialogueParts parts, Settings settings, Rules rules) {
    double lowConfidence = ConversationSettings.of(settings).lowConfidence();
    ZoneId zone = settings.site().zone();
    return new RuleTrial(
        rules,
        parts.knowledge(),
        code -> {
          DialogueParts.Language language = parts.language(code);
          return new TrialTools(
              language.understanding(),
              language.moods(),
              lowConfidence,
              settings.turns().silencePrompt(),
              zone,
              settings.site().country());
        });
  }
}
