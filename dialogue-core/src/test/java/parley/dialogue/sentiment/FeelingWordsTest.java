package parley.dialogue.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.Shipped;
import parley.dialogue.files.Problems;
import parley.dialogue.sentiment.Sentiment.Polarity;
import parley.dialogue.understanding.Mood;

/// What the shipped words of feeling say by themselves.
class FeelingWordsTest {

  private final FeelingWords words =
      SentimentFiles.read(
              Shipped.HOME, Shipped.HOME.resolve("config/sentiment"), "en", new Problems())
          .orElseThrow()
          .words();

  @ParameterizedTest
  @CsvSource({
    "this is a terrible mess, NEGATIVE",
    "thank you so much you are an angel, POSITIVE",
    "where is my order, NEUTRAL",
    "not bad at all, POSITIVE",
    "i am not at all happy, NEGATIVE",
    "it was never any trouble, POSITIVE",
    "i could not be happier, POSITIVE",
    "I couldn't ask for more!, POSITIVE",
    "'great, another stupid delay', NEGATIVE",
    "not that it matters to you but i am happy, POSITIVE",
    "'', NEUTRAL",
    "\uD83D\uDE21\uD83D\uDE21, NEUTRAL",
    "где моя посылка, NEUTRAL",
  })
  void feelingIsFoundAndTurnedRound(String message, Polarity polarity) {
    assertEquals(polarity, words.of(message, Mood.Heard.CALM).sentiment().polarity());
  }

  @Test
  void theFlagsOfTheListsAreKept() {
    Mood.Heard flags = new Mood.Heard(true, false);
    assertEquals(new Feeling(new Sentiment(-0.5), true, false), words.of("awful", flags));
  }

  @Test
  void aVeryLongMessageIsJudgedByItsBeginning() {
    String letter = "this is a disgrace " + "and so on ".repeat(10_000) + "lovely ".repeat(100);
    assertEquals(Polarity.NEGATIVE, words.of(letter, Mood.Heard.CALM).sentiment().polarity());
  }
}
