package parley.transfer.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverRequest;

class WhisperSummaryTest {

  private static String whisper(Priority priority, CallerMood mood, String reason, String summary) {
    return WhisperSummary.of(
            new HandOverRequest("support", "", "en", priority, reason, new Spoken(summary)), mood)
        .text();
  }

  @Test
  void sentenceNamesPriorityMoodReasonAndMatter() {
    assertEquals(
        "Urgent call from an angry caller, asked for a person: my card was charged twice.",
        whisper(
            Priority.URGENT, CallerMood.ANGRY, "asked for a person", "my card was charged twice"));
  }

  @Test
  void ordinaryCallIsShort() {
    assertEquals("Call for you.", whisper(Priority.MEDIUM, CallerMood.CALM, "", ""));
    assertEquals(
        "Important call from an upset caller: where is my order.",
        whisper(Priority.HIGH, CallerMood.UPSET, " ", "where is my order?"));
  }

  @Test
  void severalSentencesBecomeOne() {
    assertEquals(
        "Call, asked for a person: I paid $12.50, it never came, help.",
        whisper(
            Priority.LOW,
            CallerMood.CALM,
            "asked for a person.",
            "I paid $12.50. it never came! help"));
  }

  @Test
  void longNumbersAreNotSpoken() {
    String said =
        whisper(Priority.LOW, CallerMood.CALM, "", "my card 4111 1111 1111 1234 is blocked");
    assertEquals("Call: my card a number ending in 34 is blocked.", said);
  }

  @Test
  void markupAndControlCharactersAreNotSpoken() {
    String said = whisper(Priority.LOW, CallerMood.CALM, "a\r\nb", "<break time=\"9s\"/> & {x}");
    assertFalse(said.matches(".*[<>&\"{}\\r\\n].*"), said);
  }

  @Test
  void sentenceStaysWithinTwelveSeconds() {
    String said = whisper(Priority.URGENT, CallerMood.ANGRY, "why", "word, ".repeat(500));
    assertEquals(WhisperSummary.MOST_WORDS, said.split(" ").length);
    assertTrue(said.endsWith("word."), said);
    String noise = whisper(Priority.URGENT, CallerMood.ANGRY, "", "x".repeat(10_000));
    assertTrue(noise.length() < 100, noise);
  }
}
