package parley.dialogue;

import java.nio.file.Path;
import parley.dialogue.conversation.ConversationSettings;

/// The files that this checkout ships, loaded once for all tests.
public final class Shipped {

  public static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  private static final DialogueParts PARTS =
      DialogueParts.load(HOME, "en", ConversationSettings.usual("Example Rides", true, "support"));

  private Shipped() {}

  public static DialogueParts parts() {
    return PARTS;
  }
}
