package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.speech.recognize.Transcript.Word;

/// Which of two hearings of an utterance is taken. Words are written with their confidence, as they
/// were heard of spoken sentences: `eight/1.0`.
class HeardTwiceTest {
  private static final Set<String> DIGITS =
      Set.of(
          "zero one two three four five six seven eight nine oh double cancel operator".split(" "));

  @Test
  void digitsThatAreHeardBothWaysStayAsTheGrammarHasThem() {
    assertEquals("two two nine", taken("two/1.0 two/1.0 nine/1.0", 0, "two/1.0 two/0.9 nine/1.0"));
  }

  @Test
  void aGrammarsWordThatIsHeardFreelyAsAnotherStays() {
    assertEquals("eight", taken("eight/1.0", 0, "it/0.95"));
    assertEquals("three", taken("three/1.0", 0, "please/1.0"));
    assertEquals(
        "three four eight", taken("three/1.0 four/0.8 eight/1.0", 0, "trees/1.0 bore/0.9 a/0.3"));
    assertEquals(
        "eight zero two five",
        taken("eight/1.0 zero/1.0 two/1.0 five/1.0", 0, "eight/0.7 zero/1.0 two/1.0 sides/0.9"));
  }

  @Test
  void soundsThatAreNoWordOfTheGrammarAreWhatWasHeardFreely() {
    assertEquals(
        "please call an ambulance", taken("", 1_700, "please/1.0 call/1.0 an/1.0 ambulance/1.0"));
    assertEquals(
        "talk to a person", taken("two/1.0 seven/1.0", 1_100, "talk/1.0 to/1.0 a/1.0 person/1.0"));
  }

  @Test
  void aSentenceThatTheGrammarTookForDigitsIsHeardFreelyWhereThatIsClearer() {
    assertEquals("say that again", taken("seven/1.0", 0, "say/1.0 that/1.0 again/1.0"));
    assertEquals("wait", taken("one/0.9 eight/0.9", 0, "wait/1.0"));
  }

  @Test
  void aNumberWithinASentenceIsHeardFreely() {
    assertEquals(
        "my number is four five",
        taken("eight/0.7 four/1.0 five/1.0", 870, "my/1.0 number/1.0 is/1.0 four/1.0 five/1.0"));
  }

  @Test
  void wordsThatAreNotSureChangeNothing() {
    assertEquals("four zero eight", taken("four/1.0 zero/1.0 eight/1.0", 400, "uh/0.3 four/1.0"));
    assertEquals("", taken("", 900, "ah/0.2"));
  }

  @Test
  void nothingIsNothing() {
    assertEquals("", taken("", 0, ""));
  }

  private static String taken(String held, long unknownMs, String free) {
    Hearing.Final bound = new Hearing.Final(words(held), Duration.ofMillis(unknownMs));
    return new HeardTwice(bound, words(free), DIGITS)
        .words().stream().map(Word::text).collect(Collectors.joining(" "));
  }

  private static List<Word> words(String written) {
    return Arrays.stream(written.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> word.split("/"))
        .map(word -> new Word(word[0], Duration.ZERO, Duration.ZERO, Double.parseDouble(word[1])))
        .toList();
  }
}
