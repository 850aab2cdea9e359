package parley.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.RecognitionException;

class SpeechPartsTest {
  @TempDir private Path state;

  @Test
  void opensTheBundledModelAndTheVoice() {
    try (SpeechParts parts = SpeechParts.open(settings(), choice("auto"), state, 8000, "en")) {
      assertTrue(parts.recognizers().hears("en"));
      assertEquals("the model that comes with Parley", parts.model().reason());
      assertFalse(parts.synthesizer().speak("en", "Hello.").join().isEmpty());
    }
  }

  @Test
  void aFolderThatIsNoModelIsOneSentence() {
    RecognitionException none =
        assertThrows(
            RecognitionException.class,
            () -> SpeechParts.open(settings(), choice(state.toString()), state, 8000, "en"));
    String sentence = String.valueOf(none.getMessage());
    assertTrue(sentence.startsWith(state + " is not a Vosk model: "), sentence);
  }

  private ModelChoice choice(String model) {
    return ModelChoice.choose(model, TestFolders.home(), state, "en");
  }

  private static Settings.Speech settings() {
    return new Settings.Speech("auto", 1, 1, Duration.ofSeconds(30), Duration.ofSeconds(5), true);
  }
}
