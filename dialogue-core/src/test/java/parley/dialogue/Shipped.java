package parley.dialogue;

import java.nio.file.Path;
import java.util.Set;
import parley.config.Settings;
import parley.dialogue.conversation.ConversationSettings;

/// The files that this checkout ships, loaded once for all tests.
public final class Shipped {

  public static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final DialogueParts PARTS =
      DialogueParts.load(HOME, "en", ConversationSettings.usual("Example Rides", true, "support"));

  private static final class WithServices {
    static final DialogueParts PARTS =
        DialogueParts.load(
            HOME,
            "en",
            ConversationSettings.usual("Example Rides", true, "support")
                .with(Set.copyOf(Settings.Services.NAMES)));
  }

  private Shipped() {}

  /// The same with every service set.
  public static DialogueParts withServices() {
    return WithServices.PARTS;
  }

  public static DialogueParts parts() {
    return PARTS;
  }
}
