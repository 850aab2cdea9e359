package parley.server.eval.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.server.eval.speech.Scores.Missed;
import parley.server.eval.speech.Scores.Score;

class ScoresTest {
  private final Scores scores = new Scores();

  private void add(String speaker, String said, String heard) {
    scores.add(
        new TestSet.Utterance(Path.of("a.wav"), TestSet.words(said), speaker),
        TestSet.words(heard));
  }

  @Test
  void speakersAreAddedUpTheWorstFirst() {
    add("ann", "one two three four", "one two three four");
    add("ann", "five six", "five nine");
    add("bob", "one two", "two");
    add("", "seven", "");
    assertEquals(
        List.of(
            new Score("bob", 1, 1, new WordErrors(2, 0, 1, 0)),
            new Score("ann", 2, 1, new WordErrors(6, 1, 0, 0))),
        scores.speakers());
    assertEquals(new Score("", 4, 3, new WordErrors(9, 1, 2, 0)), scores.all());
    assertEquals(0.75, scores.all().sentenceErrorRate());
  }

  @Test
  void wordsAreRankedByHowOftenTheyWereMissed() {
    add("", "nine nine nine five", "five nine five five");
    add("", "nine five", "oh five");
    add("", "four", "");
    add("", "five", "five oh");
    assertEquals(
        List.of(new Missed("nine", 4, 3, "five", 2), new Missed("four", 1, 1, "", 0)),
        scores.missed());
  }
}
