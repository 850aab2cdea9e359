package parley.server.eval.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.server.eval.speech.Alignment.Step;

class AlignmentTest {

  private static List<Step> steps(String said, String heard) {
    return Alignment.of(TestSet.words(said), TestSet.words(heard));
  }

  @Test
  void eachWordHasItsPlace() {
    assertEquals(
        List.of(
            new Step.Right("where"),
            new Step.LeftOut("is"),
            new Step.Right("my"),
            new Step.PutIn("mother"),
            new Step.Replaced("order", "now")),
        steps("where is my order", "where my mother now"));
  }

  @Test
  void nothingAgainstSomething() {
    assertEquals(List.of(), steps("", ""));
    assertEquals(List.of(new Step.LeftOut("oh"), new Step.LeftOut("no")), steps("oh no", ""));
    assertEquals(List.of(new Step.PutIn("oh"), new Step.PutIn("no")), steps("", "oh no"));
  }

  @Test
  void theKindsOfErrorsAreCountedApart() {
    assertEquals(
        new WordErrors(4, 1, 1, 1),
        WordErrors.of(steps("where is my order", "where my mother now")));
    assertEquals(
        new WordErrors(6, 1, 2, 3), new WordErrors(4, 1, 1, 1).plus(new WordErrors(2, 0, 1, 2)));
    assertEquals(0.75, new WordErrors(4, 1, 1, 1).rate());
    assertEquals(0, WordErrors.NONE.rate());
  }

  /// Longer than what is compared in one table.
  @Test
  void aLongSpeechIsComparedInParts() {
    Random random = new Random(11);
    List<String> said = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    int errors = 0;
    for (int i = 0; i < 3000; i++) {
      said.add("word" + i);
      boolean wrong = random.nextInt(10) == 0;
      errors += wrong ? 1 : 0;
      if (!wrong) {
        heard.add("word" + i);
      } else if (random.nextBoolean()) {
        heard.add("other" + i);
      }
    }
    List<Step> steps = Alignment.of(said, heard);
    assertEquals(errors, WordErrors.of(steps).errors());
    assertEquals(said.size(), WordErrors.of(steps).words());
    assertEquals(heard, steps.stream().flatMap(AlignmentTest::heard).toList());
  }

  private static Stream<String> heard(Step step) {
    return switch (step) {
      case Step.Right(String word) -> Stream.of(word);
      case Step.Replaced(String _, String heard) -> Stream.of(heard);
      case Step.LeftOut(String _) -> Stream.empty();
      case Step.PutIn(String heard) -> Stream.of(heard);
    };
  }
}
