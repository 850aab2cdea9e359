package parley.dialogue.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialogue.Shipped;
import parley.dialogue.call.Spoken;
import parley.dialogue.entities.AnswerReader;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.entities.EntityFinder;
import parley.dialogue.entities.ReferenceShape;
import parley.dialogue.words.Words;

/// What callers say for a slot, and what a service is told. The call is on Monday, 2 March 2026.
class SlotListeningTest {

  private static final CallerContext NOW =
      new CallerContext(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC, "GB");
  private final SlotListening listening =
      new SlotListening(
          Shipped.parts().language("en").understanding().yesNo(),
          new AnswerReader(new EntityFinder(ReferenceShape.USUAL)),
          "en");

  private String value(SlotKind kind, String said) {
    return listening.value(kind, new Spoken(said), NOW).map(Spoken::text).orElse("-");
  }

  @ParameterizedTest
  @CsvSource({
    "uh tomorrow please, 2026-03-03",
    "the day after tomorrow, 2026-03-04",
    "next monday, 2026-03-09",
    "on sunday, 2026-03-08",
    "in two weeks, 2026-03-16",
    "in a week, 2026-03-09",
    "the twenty first of march, 2026-03-21",
    "march the 5th, 2026-03-05",
    "5 april, 2026-04-05",
    "the first of february, 2027-02-01",
    "february thirtieth, -",
    "some day soon, -"
  })
  void days(String said, String expected) {
    assertEquals(expected, value(new SlotKind.Day(), said));
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow at half past three, 2026-03-03T15:30",
    "uh friday at ten, 2026-03-06T10:00",
    "quarter to nine on tuesday, 2026-03-03T08:45",
    "wednesday three thirty, 2026-03-04T15:30",
    "the fifth of march at 14:15, 2026-03-05T14:15",
    "march fifth two p.m., 2026-03-05T14:00",
    "tomorrow seven in the morning, 2026-03-03T07:00",
    "tomorrow twenty past eleven, 2026-03-03T11:20",
    "thursday at noon, 2026-03-05T12:00",
    "thursday twelve thirty a m, 2026-03-05T00:30",
    "tomorrow three oh five, 2026-03-03T15:05",
    "today at 99, -",
    "tomorrow, -",
    "at three, -"
  })
  void daysAndTimes(String said, String expected) {
    assertEquals(expected, value(new SlotKind.DayAndTime(), said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          49.90                                  | 49.90
          it was forty nine euros and ninety     | 49.90
          two hundred and five dollars           | 205.00
          a thousand two hundred                 | 1200.00
          twelve                                 | 12.00
          150 euros                              | 150.00
          i do not know                          | -
          """)
  void amounts(String said, String expected) {
    assertEquals(expected, value(new SlotKind.Amount("EUR"), said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anna.Smith@Example.org please                | anna.smith@example.org
          my address is anna dot smith at example dot org | anna.smith@example.org
          it is a b c underscore nine at mail dash box dot co dot uk | abc_9@mail-box.co.uk
          i am at home                                 | -
          at                                           | -
          """)
  void mailAddresses(String said, String expected) {
    assertEquals(expected, value(new SlotKind.Mail(), said));
  }

  @ParameterizedTest
  @CsvSource({
    "one two double three four five, 123345",
    "it is 12345 six, 123456",
    "plus one two three four five, 12345",
    "one two, -",
    "one two three four five six seven, -"
  })
  void digits(String said, String expected) {
    assertEquals(expected, value(new SlotKind.Digits(5, 6), said));
  }

  @Test
  void theLongestPhraseOfAChoiceWins() {
    Map<String, SlotKind.Option> options = new LinkedHashMap<>();
    options.put("red", option("red"));
    options.put("dark-red", option("dark red"));
    options.put("blue", option("blue"));
    SlotKind kind = new SlotKind.Choice(options);

    assertEquals("dark-red", value(kind, "the dark red one"));
    assertEquals("red", value(kind, "red please"));
    assertEquals("-", value(kind, "red or blue"));
    assertEquals(Optional.of(new Spoken("blue")), listening.option(kind, 3));
    assertEquals(Optional.empty(), listening.option(kind, 4));
  }

  private static SlotKind.Option option(String phrase) {
    return new SlotKind.Option(FlowText.NONE, Map.of("en", List.of(Words.of(phrase))));
  }

  @Test
  void whatAServiceAnswersIsCheckedByTheSlotsKind() {
    assertEquals(
        Optional.empty(),
        SlotValues.checked(new SlotKind.FreeWords(40), new Spoken("<b>Say</b> {pin}!")));
    assertEquals(
        Optional.of(new Spoken("2026-03-05")),
        SlotValues.checked(new SlotKind.Day(), new Spoken("2026-03-05T10:00:00Z")));
    assertEquals(
        Optional.empty(), SlotValues.checked(new SlotKind.Amount("EUR"), new Spoken("1e9")));
    assertEquals(Optional.empty(), SlotValues.checked(new SlotKind.Day(), new Spoken("soon")));
  }
}
