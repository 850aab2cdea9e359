package parley.dialogue.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an answer means when the question is known. It is Monday, 2 March 2026.
class AnswerReaderTest {

  private final AnswerReader answers = new AnswerReader(new EntityFinder(ReferenceShape.USUAL));
  private static final CallerContext HELSINKI =
      new CallerContext(Instant.parse("2026-03-02T22:30:00Z"), ZoneId.of("Europe/Helsinki"), "GB");

  @Test
  void tomorrowBeginsWithTheCallersMidnight() {
    assertEquals("2026-03-04", answers.day("tomorrow", HELSINKI).orElseThrow().toString());
    assertEquals(
        "2026-03-03T11:00", answers.moment("today at eleven", HELSINKI).orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "the first of february, 2027-02-01",
    "i would have said the twentieth of february, 2027-02-20",
    "yesterday, -",
    "some time in april, -",
    "monday to wednesday, -"
  })
  void aDayThatIsAskedForLiesAhead(String said, String day) {
    assertEquals(day, answers.day(said, HELSINKI).map(Object::toString).orElse("-"));
  }

  @ParameterizedTest
  @CsvSource({
    "three on friday, 2026-03-06T15:00",
    "friday would be good uh at ten, 2026-03-06T10:00",
    "ten thirty would do on the ninth of march, 2026-03-09T10:30",
    "friday morning, -",
    "friday from nine to eleven, -"
  })
  void aTimeMayStandAwayFromItsDay(String said, String moment) {
    assertEquals(moment, answers.moment(said, HELSINKI).map(Object::toString).orElse("-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one moment it is oh one six three two nine six oh one two three | 01632960123
          oh one six three two uh nine six oh one two three thanks        | 01632960123
          plus four nine one seven zero nine nine eight eight seven seven six | +491709988776
          you can try (020) 7946 0958                                     | 02079460958
          extension four seven two one one                                | 47211
          no number at all                                                | ''
          """)
  void aTelephoneNumberIsAsItWasSaid(String said, String digits) {
    assertEquals(digits, answers.phone(said, HELSINKI));
  }

  @Test
  void anAmountIsTheMoneyAndNotTheFirstNumber() {
    assertEquals(
        Optional.of("39.50"),
        answers
            .amount("two tickets for thirty nine euros fifty", HELSINKI)
            .map(amount -> amount.toPlainString()));
  }
}
