package parley.server.wiring;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;
import parley.server.eval.scenarios.ScenarioCalls;
import parley.server.eval.scenarios.ScenariosEvalCommand.Services;

/// What scenarios are played with in words: everything that calls understand by, moods as they are
/// learned included, but a language model. The models are loaded once, when they are needed.
/// Thread: one at a time.
public final class ScenarioParts implements Function<Services, DialogueParts> {
  private final Supplier<Settings> settings;
  private @Nullable DialogueModels models;

  /// @param settings asked when parts are needed
  public ScenarioParts(Supplier<Settings> settings) {
    this.settings = settings;
  }

  @Override
  public DialogueParts apply(Services services) {
    Settings site = settings.get();
    Set<String> set =
        switch (services) {
          case SET -> Set.copyOf(Settings.Services.NAMES);
          case NOT_SET -> Set.of();
          case AS_IN_SETTINGS -> site.services().all().keySet();
        };
    return DialogueParts.load(
        site.home(),
        site.site().language(),
        ConversationSettings.of(site).with(set).withModel(false),
        models(site),
        ScenarioCalls.PORTS);
  }

  private DialogueModels models(Settings site) {
    DialogueModels known = models;
    if (known == null) {
      known = SentenceModels.asInCalls(site);
      models = known;
    }
    return known;
  }
}
