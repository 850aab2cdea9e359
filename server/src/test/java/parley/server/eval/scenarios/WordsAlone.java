package parley.server.eval.scenarios;

import java.nio.file.Path;
import java.util.Set;
import parley.config.Settings;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.conversation.ConversationSettings;

/// The shipped configuration, understood by words alone.
final class WordsAlone {
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private WordsAlone() {}

  static DialogueParts parts(ScenariosEvalCommand.Services services) {
    return DialogueParts.load(
        HOME,
        "en",
        ConversationSettings.usual("Site", false, "general")
            .with(
                services == ScenariosEvalCommand.Services.SET
                    ? Set.copyOf(Settings.Services.NAMES)
                    : Set.of()),
        DialogueModels.NONE,
        ScenarioCalls.PORTS);
  }
}
