package parley.server.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.intents.SentenceVectors;

/// A site that turns the vectors off (`knowledge.vectors: false`) or speaks another language.
class WithoutVectorsTest {

  private static SentenceVectors never() {
    throw new AssertionError("the model of sentences is loaded");
  }

  private static Settings settings(String... given) {
    List<SettingsLoader.Given> all =
        List.of(new SettingsLoader.Given(given[0], given[1], "the test"));
    return SettingsLoader.load(Path.of("..").toAbsolutePath().normalize(), Map.of(), all)
        .settings();
  }

  @ParameterizedTest
  @CsvSource({"knowledge.vectors, false", "site.language, de"})
  void theModelOfSentencesIsNotLoaded(String key, String value) {
    Settings settings = settings(key, value);
    assertEquals(Optional.empty(), SentenceModels.inCalls(settings, WithoutVectorsTest::never));
    assertSame(DialogueModels.NONE, SentenceModels.asInCalls(settings, WithoutVectorsTest::never));
  }

  @Test
  void theUsualSiteLoadsIt() {
    SentenceVectors model = _ -> new float[] {1};
    assertEquals(
        Optional.of(model),
        SentenceModels.inCalls(settings("knowledge.vectors", "true"), () -> model));
  }

  @Test
  void answersStillComeByWords() {
    Settings settings = settings("knowledge.vectors", "false");
    DialogueParts dialogue =
        DialogueParts.load(
            settings.home(),
            settings,
            SentenceModels.asInCalls(settings, WithoutVectorsTest::never));
    var best = dialogue.live().search("i forgot my password", 1).getFirst();
    assertEquals("forgot-password", best.entry().id());
    assertTrue(best.confidence().value() > 0.9, best.toString());
    // What only the model understands is not answered.
    assertTrue(
        dialogue.live().search("my login credentials slipped out of my mind", 1).stream()
            .allMatch(found -> found.confidence().value() < 0.45));
  }
}
