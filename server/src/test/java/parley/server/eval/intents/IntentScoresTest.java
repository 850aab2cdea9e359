package parley.server.eval.intents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.dialogue.intents.Example;
import parley.dialogue.intents.Guess;

class IntentScoresTest {
  private final IntentScores scores = new IntentScores();

  private void add(String wanted, String guessed, double confidence, boolean none) {
    scores.add(new Example("text", wanted), new Guess(guessed, confidence, none));
  }

  @Test
  void everyFigureIsThatOfItsDefinition() {
    add("a", "a", 0.9, false);
    add("a", "b", 0.9, false);
    add("b", "b", 0.5, false);
    add("b", "b", 0.1, true); // right, but rejected
    add(Example.NONE, "a", 0.2, true);
    add(Example.NONE, "a", 0.8, false);
    assertEquals(6, scores.messages());
    assertEquals(3 / 6.0, scores.accuracy());
    assertEquals(2 / 4.0, scores.inScopeAccuracy());
    assertEquals(1 / 2.0, scores.outOfScopeRecall());
    // a: 1 right of 2, taken twice; b: 1 of 2, taken twice; none: 1 of 2, taken twice
    assertEquals(0.5, scores.macroF1(), 1e-12);
    // bins: |1.8 - 1| + |0.5 - 1| + |0.1 - 1|, over 4
    assertEquals((0.8 + 0.5 + 0.9) / 4, scores.calibrationError(), 1e-12);
    assertEquals(
        List.of(
            new IntentScores.Confusion("a", "b", 1),
            new IntentScores.Confusion("b", Example.NONE, 1),
            new IntentScores.Confusion(Example.NONE, "a", 1)),
        scores.confusions());
  }

  @Test
  void withoutMessagesOfNoIntentThereIsNoRecallOfThem() {
    add("a", "a", 1, false);
    assertNull(scores.outOfScopeRecall());
    assertEquals(1, scores.accuracy());
    assertEquals(1, scores.macroF1());
    assertEquals(0, scores.calibrationError());
  }
}
