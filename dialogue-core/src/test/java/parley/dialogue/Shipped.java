package parley.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import parley.config.Settings;
import parley.dialogue.conversation.ConversationSettings;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.dialogue.intents.TestVectors;

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

  private static final class ByMeaning {
    static final DialogueParts PARTS = load();

    private static DialogueParts load() {
      try {
        return DialogueParts.load(
            HOME,
            "en",
            ConversationSettings.usual("Example Rides", true, "support"),
            DialogueModels.of(
                TestVectors.SHARED,
                OnnxSentenceVectors.NAME,
                Files.createTempDirectory(Path.of("target"), "vectors")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Shipped() {}

  /// The same with the real model of sentences, which takes seconds once. For tests that change
  /// nothing.
  public static DialogueParts byMeaning() {
    return ByMeaning.PARTS;
  }

  /// The same with every service set.
  public static DialogueParts withServices() {
    return WithServices.PARTS;
  }

  public static DialogueParts parts() {
    return PARTS;
  }
}
