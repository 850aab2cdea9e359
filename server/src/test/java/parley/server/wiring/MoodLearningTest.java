package parley.server.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.dialogue.sentiment.FeelingWords;
import parley.dialogue.sentiment.Sentiment.Polarity;
import parley.dialogue.sentiment.SentimentLanguage;
import parley.dialogue.sentiment.SentimentLanguage.Example;
import parley.dialogue.sentiment.SentimentLanguage.Kind;
import parley.dialogue.sentiment.SentimentScorer;
import parley.dialogue.understanding.Mood;
import parley.dialogue.words.Words;

/// That nobody waits for moods to be learned.
class MoodLearningTest {
  private static final String LEARNABLE = "zigzag";

  private static SentimentLanguage language(String code) {
    return new SentimentLanguage(
        code,
        new FeelingWords(
            List.of(Words.of("good")), List.of(Words.of("bad")), List.of(Words.of("not"))),
        List.of(
            new Example(LEARNABLE, Kind.NEGATIVE),
            new Example("what time is it", Kind.NEUTRAL),
            new Example("hooray", Kind.POSITIVE)));
  }

  private static Polarity judged(SentimentScorer scorer, String message) {
    return scorer.of(message, Mood.Heard.CALM).sentiment().polarity();
  }

  @Test
  void wordsJudgeUntilTheRestIsLearned() throws InterruptedException {
    CountDownLatch loaded = new CountDownLatch(1);
    SentimentScorer scorer =
        MoodLearning.with(
                () -> {
                  await(loaded);
                  return _ -> new float[] {0};
                })
            .apply(language("en"));
    assertEquals(Polarity.NEUTRAL, judged(scorer, LEARNABLE));
    assertEquals(Polarity.POSITIVE, judged(scorer, "good"));
    loaded.countDown();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (scorer.of(LEARNABLE, Mood.Heard.CALM).sentiment().score() == 0) {
      assertTrue(System.nanoTime() < deadline, "nothing was learned");
      Thread.onSpinWait();
    }
    assertTrue(scorer.of(LEARNABLE, Mood.Heard.CALM).sentiment().score() < 0);
  }

  @Test
  void wordsStayWhereTheModelCannotBeLoaded() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    SentimentScorer scorer =
        MoodLearning.with(
                () -> {
                  asked.countDown();
                  throw new IllegalStateException("no model here");
                })
            .apply(language("en"));
    assertTrue(asked.await(10, TimeUnit.SECONDS));
    assertEquals(Polarity.NEGATIVE, judged(scorer, "bad"));
    assertEquals(Polarity.NEUTRAL, judged(scorer, LEARNABLE));
  }

  @Test
  void otherLanguagesHaveWordsAlone() {
    SentimentLanguage german = language("de");
    assertEquals(
        german.words(),
        MoodLearning.with(
                () -> {
                  throw new AssertionError("The model reads English");
                })
            .apply(german));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
