package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.speech.TestFolders;
import parley.speech.adapt.AdaptedModel;
import parley.speech.adapt.SiteWords;
import parley.speech.audio.Frames;
import parley.speech.synthesize.MaryPronouncer;
import parley.speech.synthesize.SpokenWords;

/// A word that exists nowhere is heard once the site has named it.
class AdaptedRecognitionTest {
  private static final Settings.Speech SETTINGS =
      new Settings.Speech("auto", 1, 1, Duration.ofSeconds(30), Duration.ofMinutes(2), true);

  @TempDir private Path state;

  @Test
  void aSitesOwnWordIsHeard() throws InterruptedException {
    SiteWords site =
        new SiteWords(
            List.of(
                new SiteWords.Sentence("where is my zorbiflex", 4),
                new SiteWords.Sentence("my zorbiflex is broken", 4)),
            List.of());
    ModelFolder adapted =
        AdaptedModel.of(TestFolders.model(), site, state, new MaryPronouncer(), false).folder();
    assertNotEquals("where is my zorbiflex", heard(TestFolders.model()));
    assertEquals("where is my zorbiflex", heard(adapted));
  }

  private static String heard(ModelFolder model) throws InterruptedException {
    HeardWords heard = new HeardWords();
    try (VoskRecognizers recognizers = new VoskRecognizers(Map.of("en", model), SETTINGS);
        RecognizerStream stream = recognizers.open("en", 8000, Vocabulary.OPEN, heard)) {
      Frames.of(SpokenWords.at8k("where is my zorbiflex")).forEach(stream::accept);
      stream.finish(Vocabulary.OPEN);
      return heard.awaitResult().words().text();
    }
  }
}
