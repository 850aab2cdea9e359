package parley.dialogue.understanding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.Shipped;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.turn.Phrasing;
import parley.dialogue.words.Words;

/// What single utterances mean, with the shipped word lists.
class UnderstandingTest {

  private final Understanding understanding = Shipped.parts().language("en").understanding();
  private final Listening listening = understanding.listening();

  @ParameterizedTest
  @CsvSource({
    "talk to a person, PERSON",
    "well i want a real person please, PERSON",
    "could i maybe speak to someone about my ride, PERSON",
    "thank you bye, GOODBYE",
    "wait a second, WAIT",
    "please repeat that, REPEAT",
    "never mind, CANCEL",
    "can you call me back, CALLBACK",
    "i don't know i want a person, PERSON",
    "no i want an agent, PERSON",
    "thanks a lot, THANKS",
  })
  void commandsAreSpotted(String words, Command command) {
    assertEquals(command, steered(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i don't want to talk to a person",
        "please do not hang up",
        "i never talk to a human",
        "personal data",
        "a waiter",
        "cancel my order",
        "are you a real human being",
        "how long do i have to wait for the car",
      })
  void whatOnlySoundsLikeACommandIsNone(String words) {
    assertFalse(understanding.meaning(Words.of(words)) instanceof Meaning.Steered, words);
  }

  private Command steered(String words) {
    return understanding.meaning(Words.of(words)) instanceof Meaning.Steered steered
        ? steered.command()
        : org.junit.jupiter.api.Assertions.fail("no command in: " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "um yes please, true",
    "no, true",
    "no where is my order, false",
    "my parcel never came, false",
    "maybe, false"
  })
  void aYesOrNoAloneNeedsNoSearchInTheKnowledge(String words, boolean only) {
    assertEquals(only, understanding.yesNo().parse(Words.of(words)).only());
  }

  @ParameterizedTest
  @CsvSource({
    "yes, YES",
    "yeah sure, YES",
    "um yes please, YES",
    "okay, YES",
    "that is right, YES",
    "no problem, YES",
    "no, NO",
    "no thank you, NO",
    "not really, NO",
    "of course not, NO",
    "that is not right, NO",
    "that's not correct, NO",
    "no that is correct, NO",
    "i am not sure, UNCLEAR",
    "maybe, UNCLEAR",
    "i never got a bill from you people, UNCLEAR",
    "blue, UNCLEAR",
  })
  void yesAndNoAreToldApart(String words, YesNo.Kind kind) {
    assertEquals(kind, understanding.yesNo().parse(Words.of(words)).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "oh one seven, 017",
    "double five two, 552",
    "triple one, 111",
    "twenty two, 22",
    "twenty oh, 200",
    "nineteen eighty four, 1984",
    "eight hundred five, 8005",
    "plus four nine one seven, +4917",
    "my number is 0170 12 34, 01701234",
    "it is three three four please, 334",
    "hello there, ''",
    "'', ''",
  })
  void digitsAreHeardAsPeopleReadThemOut(String words, String digits) {
    assertEquals(digits, Digits.from(Words.of(words)));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, 'one two three, four five, six seven'",
    "123456, 'one two three, four five six'",
    "12, one two",
    "12345, 'one two three, four five'",
    "+49, plus four nine",
  })
  void numbersAreReadInGroups(String number, String spoken) {
    assertEquals(spoken, Digits.spoken(number));
  }

  @ParameterizedTest
  @CsvSource({"mhm, true", "okay right, true", "uh huh, true", "okay stop, false", "'', false"})
  void signsOfListeningAreNoTurn(String words, boolean only) {
    assertEquals(only, listening.backchannelOnly(words));
  }

  @ParameterizedTest
  @CsvSource({
    "where is my order, ANYTHING, COMPLETE",
    "where is my, ANYTHING, UNFINISHED",
    "i want to, ANYTHING, UNFINISHED",
    "i lost my wallet and, ANYTHING, UNFINISHED",
    "yes, YES_NO, COMPLETE",
    "no thank you, YES_NO, COMPLETE",
    "yes but, YES_NO, UNFINISHED",
    "one two three, DIGITS, OPEN",
    "tomorrow at, DATE_TIME, UNFINISHED",
    "tomorrow morning, DATE_TIME, OPEN",
    "can i visit you, ANYTHING, COMPLETE",
    "'', ANYTHING, OPEN",
  })
  void unfinishedWordsAreWaitedFor(
      String words, Expectation expectation, Phrasing.Completeness complete) {
    assertEquals(complete, listening.completeness(new Spoken(words), expectation));
  }

  @Test
  void everyQuestionHasHintsAndAWayToAPersonIsAlwaysAmongThem() {
    HintPhrases hints = Shipped.parts().language("en").hints();
    for (Expectation expectation : Expectation.values()) {
      List<String> phrases = hints.phrases(expectation);
      String person = expectation == Expectation.DIGITS ? "operator" : "talk to a person";
      assertTrue(phrases.contains(person), expectation.name());
      assertTrue(phrases.stream().allMatch(phrase -> phrase.matches("[a-z0-9]+( [a-z0-9]+)*")));
    }
    assertTrue(hints.phrases(Expectation.ANYTHING).contains("where is my order"));
    assertTrue(hints.phrases(Expectation.DIGITS).contains("double five"));
    assertTrue(
        hints.phrases(Expectation.DIGITS).containsAll(List.of("wait", "hello", "help")),
        "one short word against a digit is not decided for what was heard freely");
    assertTrue(hints.phrases(Expectation.YES_NO).contains("yes"));
  }

  @ParameterizedTest
  @CsvSource({
    "there was an accident, true",
    "i ordered by accident, false",
    "nobody is hurt, false",
    "i am not safe here, true",
  })
  void distressIsHeardUnlessItIsDenied(String words, boolean distress) {
    assertEquals(distress, understanding.mood().of(Words.of(words)).distress());
  }
}
