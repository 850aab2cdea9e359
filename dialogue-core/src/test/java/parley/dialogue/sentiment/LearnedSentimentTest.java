package parley.dialogue.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.Shipped;
import parley.dialogue.files.Problems;
import parley.dialogue.intents.TestVectors;
import parley.dialogue.sentiment.Sentiment.Polarity;
import parley.dialogue.understanding.Mood;
import parley.dialogue.words.Words;

/// With the real model of sentences and every second shipped example.
class LearnedSentimentTest {
  private static final Mood MOOD = Shipped.parts().language("en").understanding().mood();
  private static LearnedSentiment learned;

  @BeforeAll
  static void learn() {
    SentimentLanguage all =
        SentimentFiles.read(
                Shipped.HOME, Shipped.HOME.resolve("config/sentiment"), "en", new Problems())
            .orElseThrow();
    List<SentimentLanguage.Example> some =
        IntStream.range(0, all.examples().size())
            .filter(i -> i % 2 == 0)
            .mapToObj(all.examples()::get)
            .toList();
    learned =
        LearnedSentiment.learn(
            new SentimentLanguage(all.code(), all.words(), some), TestVectors.SHARED);
  }

  private static Feeling feeling(String message) {
    return learned.of(message, MOOD.of(Words.of(message)));
  }

  @ParameterizedTest
  @CsvSource({
    "where is my order, NEUTRAL",
    "can i change the delivery address, NEUTRAL",
    "i would like to know when you open on sunday, NEUTRAL",
    "your people let me down and nobody said sorry, NEGATIVE",
    "the whole thing was a disappointment, NEGATIVE",
    "great now it is broken again, NEGATIVE",
    "that is so nice of you thanks, POSITIVE",
    "not bad at all, POSITIVE",
    "'', NEUTRAL",
    "12345, NEUTRAL",
    "\uD83D\uDE00, NEUTRAL",
  })
  void moodsAreTold(String message, Polarity polarity) {
    assertEquals(polarity, feeling(message).sentiment().polarity());
  }

  @Test
  void angerIsHeardInWordsThatNoListHas() {
    String message = "stop messing me about you clowns i want my cash back this minute";
    assertFalse(MOOD.of(Words.of(message)).anger());
    assertTrue(feeling(message).anger());
  }

  @Test
  void distressIsHeardInWordsThatNoListHas() {
    String message = "my father has collapsed he does not wake up please send somebody";
    assertFalse(MOOD.of(Words.of(message)).distress());
    assertTrue(feeling(message).distress());
  }

  @Test
  void aListedWordOfDistressThatMeansSomethingElseRaisesNoFlag() {
    String message = "when does the gun museum open";
    assertTrue(MOOD.of(Words.of(message)).distress());
    assertFalse(feeling(message).distress());
    assertTrue(feeling("please hurry he has a gun").distress());
  }

  @Test
  void aMessageOf100KilobytesIsJudgedAsAnyOther() {
    assertEquals(
        Polarity.NEGATIVE,
        feeling("I am very disappointed with your service. ".repeat(2_500)).sentiment().polarity());
  }
}
