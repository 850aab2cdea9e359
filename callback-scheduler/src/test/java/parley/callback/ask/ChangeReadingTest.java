package parley.callback.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.callback.ask.ChangeWish.Cancel;
import parley.callback.ask.ChangeWish.Move;
import parley.callback.ask.ChangeWish.None;

/// What customers write who have an appointment on Tuesday, 8 December, at ten. It is Monday of the
/// week before.
class ChangeReadingTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final LocalDateTime OWN = LocalDateTime.parse("2026-12-08T10:00");
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final ChangeReading READING = new ChangeReading("GB");

  private static ChangeWish read(String... sentences) {
    return READING.of(List.of(sentences), List.of(), OWN, ZONE, NOW);
  }

  private static String times(ChangeWish wish) {
    return assertInstanceOf(Move.class, wish).times().stream()
        .map(time -> time.from() + " to " + time.until())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Could we move Tuesday to Thursday afternoon?                       | 2026-12-03T12:00 to 2026-12-03T18:00
          Please move my appointment to Thursday, 10 December, at 2 pm.      | 2026-12-10T14:00 to 2026-12-10T14:30
          I'd like to change my appointment from Tuesday to Friday at 11:30. | 2026-12-04T11:30 to 2026-12-04T12:00
          Can you reschedule the meeting for the 11th of December at nine?   | 2026-12-11T09:00 to 2026-12-11T09:30
          Would it be possible to postpone my visit until 4pm?               | 2026-12-08T16:00 to 2026-12-08T16:30
          I need another time for my appointment.                            | ''
          I'm afraid I can't make our appointment on Tuesday.                | ''
          The appointment on Tuesday does not suit me any more.              | ''
          """)
  void anotherTimeIsWanted(String sentence, String times) {
    assertEquals(times, times(read(sentence)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please cancel my appointment.",
        "Could you cancel Tuesday please, I no longer need it.",
        "I would like to cancel the consultation on 8 December at 10.",
        "I no longer need my appointment, thank you.",
        "Hi, cancel my appointment please"
      })
  void itIsNotWanted(String sentence) {
    assertEquals(new Cancel(List.of()), read(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please cancel my order.",
        "Please move the delivery from Tuesday to Thursday.",
        "Could you change my address?",
        "How can I cancel my appointment?",
        "What happens if I cancel my appointment?",
        "Is there a fee if I move my appointment to Friday?",
        "Please do not cancel my appointment!",
        "I do not want to change my appointment.",
        "Why did you move my appointment to Friday?",
        "Have you cancelled my appointment?",
        "Please move Wednesday to Thursday.",
        "Please cancel my appointment on Wednesday.",
        "Please cancel my appointment and give me one on Friday at ten.",
        "Please move my appointment to 31 February.",
        "Could my appointment be moved an hour later?",
        "Please push my appointment two hours later.",
        "See you on Tuesday!",
        "I look forward to our appointment on Tuesday at ten.",
        "Please cancel.",
        "I had to cancel my holiday, please tell me about my appointment."
      })
  void whatIsNotPlainIsForAPerson(String sentence) {
    assertEquals(new None(), read(sentence));
  }

  @Test
  void moreThanOneWishIsForAPerson() {
    assertEquals(
        new None(),
        read("Could you move my appointment to Friday?", "Otherwise please cancel it."));
  }

  @Test
  void whatIsSaidBesideIsLeftToOthers() {
    assertEquals(
        new Cancel(List.of("My daughter is ill.", "And when do you open on Saturday?")),
        read(
            "My daughter is ill.",
            "Please cancel my appointment.",
            "And when do you open on Saturday?"));
  }

  @Test
  void theTimeMayStandInASentenceOfItsOwn() {
    assertEquals(
        "2026-12-10T09:00 to 2026-12-10T09:30",
        times(
            read(
                "I cannot come to my appointment on Tuesday.",
                "Would Thursday the 10th at 9 am be possible instead?")));
  }

  @Test
  void severalTimesAreTriedInTheirOrder() {
    assertEquals(
        "2026-12-03T12:00 to 2026-12-03T18:00, 2026-12-04T06:00 to 2026-12-04T12:00",
        times(read("Please move my appointment to Thursday afternoon or Friday morning.")));
  }

  @Test
  void anAnswerToTheQuestionWhenIsATime() {
    List<String> before = List.of("I need another time for my appointment.");
    assertEquals(
        "2026-12-04T09:00 to 2026-12-04T09:30",
        times(READING.of(List.of("Friday at nine, please."), before, OWN, ZONE, NOW)));
    assertEquals(
        new None(),
        READING.of(List.of("Friday at nine, please."), List.of("Thanks!"), OWN, ZONE, NOW));
    assertEquals(
        new None(), READING.of(List.of("When do you close on Friday?"), before, OWN, ZONE, NOW));
  }

  @Test
  void onceItIsMovedAWordOfItMovesItNoMore() {
    List<String> before = List.of("Please move my appointment to 8 December at ten.");
    assertEquals(
        new None(), READING.of(List.of("Great, see you on Friday!"), before, OWN, ZONE, NOW));
  }
}
