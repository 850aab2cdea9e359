package parley.dialogue.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// How sentiment goes over a conversation.
class SentimentCourseTest {

  private static SentimentCourse after(double... scores) {
    SentimentCourse course = SentimentCourse.START;
    for (double score : scores) {
      course = course.with(new Sentiment(score));
    }
    return course;
  }

  @Test
  void aTurnCountsForAsMuchAsAllBeforeIt() {
    SentimentCourse course = after(0.5, -1);
    assertEquals(-0.375, course.level(), 1e-9);
    assertEquals(-0.625, course.trend(), 1e-9);
  }

  @Test
  void oneBadTurnIsABadDayAndTwoAreATrend() {
    assertTrue(after(0, -0.9).level() > -0.5);
    assertTrue(after(0, -0.9, -0.9).level() < -0.5);
  }

  @Test
  void theLowestTurnAndTheNegativeOnesAreRemembered() {
    SentimentCourse course = after(0.5, -0.9, 0.1, -0.5, 0.8);
    assertEquals(-0.9, course.lowest());
    assertEquals(2, course.negative());
    assertEquals(5, course.turns());
    assertTrue(course.trend() > 0, "it got better at last");
  }

  @Test
  void whoWasNeverUnhappyHasALowestAboveZero() {
    assertEquals(0.4, after(0.6, 0.4).lowest());
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Sentiment(1.1));
    assertThrows(IllegalArgumentException.class, () -> new Sentiment(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new SentimentCourse(1, 0, 0, 0, 2));
  }
}
