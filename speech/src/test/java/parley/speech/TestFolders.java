package parley.speech;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import parley.speech.recognize.ModelFolder;

/// Where tests find what is not made by themselves.
public final class TestFolders {
  private TestFolders() {}

  /// The checkout: surefire sets `parley.home`.
  public static Path home() {
    return Path.of(System.getProperty("parley.home", ".."));
  }

  /// The model that comes with Parley.
  public static ModelFolder model() {
    return ModelFolder.at(home().resolve("speech/models/en-telephone"));
  }

  /// Recorded human speech that lies beside a checkout on some machines; the test is skipped with
  /// that sentence where it does not.
  public static Path recordedSpeech() {
    for (Path near : new Path[] {home().resolve(".."), home().resolve("../..")}) {
      Path folder = near.resolve("shared/speech/test").normalize();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    assumeTrue(
        false, "Skipped: recorded human speech (shared/speech/test) is not beside this checkout");
    throw new AssertionError("An assumption that fails ends the test");
  }
}
