package parley.server.eval.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import parley.dialogue.sentiment.Feeling;
import parley.dialogue.sentiment.Sentiment;
import parley.dialogue.sentiment.Sentiment.Polarity;

/// The figures of `eval sentiment`, worked out by hand.
class SentimentScoresTest {
  private final SentimentScores scores = new SentimentScores();

  private void add(Polarity label, double score, boolean angry, boolean heardAngry) {
    scores.add(
        new LabelledMood("text", label, angry, false),
        new Feeling(new Sentiment(score), heardAngry, false));
  }

  @Test
  void sharesAndErrorsAreThoseOfTheMessages() {
    add(Polarity.NEGATIVE, -0.9, true, true);
    add(Polarity.NEGATIVE, 0.1, true, false);
    add(Polarity.NEUTRAL, 0.0, false, false);
    add(Polarity.POSITIVE, 0.8, false, true);
    assertEquals(0.75, scores.accuracy());
    // negative: 1 of 2 found, none wrongly: 2/3; neutral: 1 found, 1 wrongly: 2/3; positive: 1
    assertEquals((2.0 / 3 + 2.0 / 3 + 1) / 3, scores.macroF1(), 1e-9);
    assertEquals((0.1 + 1.1 + 0 + 0.2) / 4, scores.meanAbsoluteError(), 1e-9);
    assertEquals(1, scores.times(Polarity.NEGATIVE, Polarity.NEUTRAL));
    assertEquals(new FlagScore(2, 2, 1), scores.anger());
    assertEquals(0.5, scores.anger().precision());
    assertEquals(0.5, scores.anger().recall());
  }

  @Test
  void aFlagThatNothingRaisesHasNoPrecision() {
    add(Polarity.NEUTRAL, 0, false, false);
    assertNull(scores.distress().precision());
    assertNull(scores.distress().recall());
  }
}
