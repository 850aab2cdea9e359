package parley.dialogue.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.language.LanguageGuess.Weight;

/// Lingua on what people send.
class LinguaDetectionTest {
  private static final LinguaDetection DETECTION =
      new LinguaDetection(LinguaDetection.LANGUAGES, LinguaDetection.Models.SMALL);

  @ParameterizedTest
  @CsvSource({
    "en, Could you tell me when the next train to Leeds leaves?",
    "de, Könnten Sie mir sagen wann der nächste Zug nach Köln fährt?",
    "fr, Pourriez-vous me dire quand part le prochain train ?",
    "pl, Proszę mi powiedzieć kiedy odjeżdża następny pociąg",
    "ru, Скажите пожалуйста когда отходит следующий поезд",
    "el, Πότε φεύγει το επόμενο τρένο για Αθήνα;",
    "he, מתי יוצאת הרכבת הבאה לחיפה?",
    "ja, 次の電車はいつ出ますか教えてください",
    "ko, 다음 기차는 언제 출발하나요",
    "zh, 请问下一班火车什么时候出发",
    "ar, متى يغادر القطار التالي من فضلك",
    "hi, अगली ट्रेन कब जाती है कृपया बताइए",
  })
  void languagesAreTold(String code, String message) {
    LanguageGuess guess = DETECTION.of(message);
    assertEquals(Optional.of(code), guess.code());
    assertTrue(guess.weight() != Weight.NONE, guess.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\uD83D\uDE00\uD83D\uDE21\uD83C\uDF89",
        "12345 67 89",
        "?!...",
        "\u0000\u0001\uFFFD",
        "\uD800",
        "anna.schmidt@beispiel.de",
        "https://www.beispiel.de/wo-ist-mein-paket",
      })
  void whatHoldsNoWordsTellsNothing(String message) {
    assertEquals(Weight.NONE, DETECTION.of(message).weight());
  }

  @Test
  void mixedScriptsAreNoProof() {
    assertTrue(DETECTION.of("Привет, my friend, где order 你好").weight() != Weight.PROOF);
  }

  @Test
  void picturesBetweenTheWordsDoNotMatter() {
    LanguageGuess guess =
        DETECTION.of("\uD83D\uDE21 wo bleibt denn mein Paket \uD83D\uDCE6\uD83D\uDCE6 seit Montag");
    assertEquals(Optional.of("de"), guess.code());
  }

  @Test
  void aMessageOf100KilobytesIsToldByItsBeginning() {
    assertEquals(
        Optional.of("de"), DETECTION.of("Ich habe das Paket nie bekommen. ".repeat(3_200)).code());
    assertEquals(Weight.NONE, DETECTION.of("7".repeat(100_000)).weight());
    assertEquals(Weight.NONE, DETECTION.of("x".repeat(100_000)).weight());
  }

  @Test
  void languagesThatLinguaDoesNotKnowAreRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new LinguaDetection(List.of("en", "xx"), LinguaDetection.Models.SMALL));
    assertTrue(String.valueOf(refused.getMessage()).contains("`xx` is no language"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LinguaDetection(List.of("en"), LinguaDetection.Models.SMALL));
  }

  @Test
  void thereAreAtLeast23Languages() {
    assertTrue(LinguaDetection.LANGUAGES.size() >= 23);
  }
}
