package parley.callback.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.callback.hours.HoursBook;
import parley.callback.hours.QueueHours;
import parley.callback.hours.Span;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CallbackWish;

/// A desk in Berlin that works from Monday to Friday, eight to eight, and on Saturday till four;
/// one queue works day and night.
class PossibleTimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final PhoneNumber CUSTOMER = new PhoneNumber("+49 89 555019");
  private static final PhoneNumber ON_THE_LIST = new PhoneNumber("+4930123456");

  /// Thursday 26 November 2026, ten o'clock in Berlin.
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

  private static final Load IDLE = Load.perHour(20, Load.Promised.NOTHING);

  private static PossibleTimes times(Load load) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(new Span(480, 1200)));
    }
    Map<DayOfWeek, List<Span>> always = new EnumMap<>(DayOfWeek.class);
    week.keySet().forEach(day -> always.put(day, List.of(new Span(0, 1440))));
    week.put(DayOfWeek.SATURDAY, List.of(new Span(540, 960)));
    week.put(DayOfWeek.SUNDAY, List.of());
    Set<LocalDate> holidays = Set.of(LocalDate.of(2026, 12, 25));
    HoursBook hours =
        new HoursBook(
            new QueueHours(BERLIN, week, Map.of(), holidays),
            Map.of("safety", new QueueHours(BERLIN, always, Map.of(), Set.of())));
    return new PossibleTimes(
        BerlinDesk.calleesBut(ON_THE_LIST.value()),
        new PermittedHours(() -> hours, BerlinDesk.quiet()),
        load,
        Duration.ofMinutes(30),
        Duration.ofDays(30));
  }

  private static String offer(CallbackWish wish, Instant now, Load load) {
    return switch (times(load).offer(wish, now)) {
      case CallbackOffer.Possible(CallbackWindow window, boolean asWished, Obstacle why) ->
          "%s to %s %s"
              .formatted(
                  window.from().atZone(window.zone()).toLocalDateTime(),
                  window.until().atZone(window.zone()).toLocalTime(),
                  asWished ? "as wished" : why);
      case CallbackOffer.ZoneUnknown() -> "zone unknown";
      case CallbackOffer.Impossible(Obstacle why) -> "impossible " + why;
    };
  }

  private static CallbackWish wish(String queue, String from, String until) {
    return new CallbackWish(CUSTOMER, Optional.empty(), queue, time(from), time(until));
  }

  private static Optional<LocalDateTime> time(String text) {
    return text.equals("-") ? Optional.empty() : Optional.of(LocalDateTime.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          general | -                | -                | 2026-11-26T10:00 to 10:30 as wished
          general | 2026-11-27T16:00 | -                | 2026-11-27T16:00 to 16:30 as wished
          general | 2026-11-27T16:00 | 2026-11-27T16:10 | 2026-11-27T16:00 to 16:10 as wished
          general | 2026-11-26T09:00 | -                | 2026-11-26T10:00 to 10:30 as wished
          general | -                | 2026-11-26T10:10 | 2026-11-26T10:00 to 10:10 as wished
          general | 2026-11-26T08:00 | 2026-11-26T09:00 | 2026-11-26T10:00 to 10:30 PAST
          general | 2026-11-25T16:00 | -                | 2026-11-26T10:00 to 10:30 PAST
          general | 1926-11-25T16:00 | -                | 2026-11-26T10:00 to 10:30 PAST
          general | -                | 2026-11-25T16:00 | 2026-11-26T10:00 to 10:30 PAST
          general | 2026-11-26T20:30 | 2026-11-26T21:00 | 2026-11-27T08:00 to 08:30 CLOSED_HOUR
          general | 2026-11-26T19:45 | -                | 2026-11-27T08:00 to 08:30 CLOSED_HOUR
          general | 2026-11-29T11:00 | 2026-11-29T12:00 | 2026-11-30T08:00 to 08:30 CLOSED_DAY
          general | 2026-12-25T11:00 | 2026-12-25T12:00 | 2026-12-26T09:00 to 09:30 CLOSED_DAY
          safety  | 2026-11-26T23:00 | 2026-11-27T01:00 | 2026-11-27T08:00 to 08:30 QUIET_HOURS
          safety  | 2026-11-29T11:00 | 2026-11-29T12:00 | 2026-11-29T11:00 to 11:30 as wished
          general | 2027-03-01T10:00 | -                | 2026-12-26T09:30 to 10:00 TOO_FAR
          general | +999999999-12-31T23:59 | -          | 2026-12-26T09:30 to 10:00 TOO_FAR
          general | 2026-11-27T16:00 | 2026-11-27T15:00 | 2026-11-27T16:00 to 16:30 as wished
          """)
  void theNearestWindowIsOfferedWithWhatWasAgainstTheWish(
      String queue, String from, String until, String expected) {
    assertEquals(expected, offer(wish(queue, from, until), NOW, IDLE));
  }

  @Test
  void aWindowBeginsAtAFullMinute() {
    Instant now = Instant.parse("2026-11-26T09:00:59.5Z");

    assertEquals("2026-11-26T10:01 to 10:31 as wished", offer(wish("", "-", "-"), now, IDLE));
  }

  @Test
  void anHourThatTheClockSkipsIsSaidAndTheNextOneOffered() {
    Instant now = Instant.parse("2026-03-27T09:00:00Z");
    CallbackWish newYork =
        new CallbackWish(
            CUSTOMER,
            Optional.of(ZoneId.of("America/New_York")),
            "safety",
            time("2026-03-08T02:30"),
            Optional.empty());

    // Quiet hours last till eight, so the hour that follows is theirs.
    assertEquals(
        "2026-03-29T08:00 to 08:30 NO_SUCH_HOUR",
        offer(wish("safety", "2026-03-29T02:30", "2026-03-29T03:30"), now, IDLE));
    assertEquals(
        "2026-03-08T08:00 to 08:30 NO_SUCH_HOUR",
        offer(newYork, Instant.parse("2026-03-07T20:00:00Z"), IDLE));
  }

  @Test
  void aFullWindowIsPassedOver() {
    Instant eleven = Instant.parse("2026-11-26T10:00:00Z");
    Load busy = Load.perHour(20, (_, from, _) -> from.isBefore(eleven) ? 10 : 9);

    assertEquals("2026-11-26T11:00 to 11:30 FULL", offer(wish("", "-", "-"), NOW, busy));
  }

  @Test
  void whereEveryWindowIsFullNothingCanBePromised() {
    Load busy = Load.perHour(20, (_, _, _) -> 10);

    assertEquals("impossible FULL", offer(wish("", "-", "-"), NOW, busy));
  }

  @ParameterizedTest
  @CsvSource({
    "+4930123456, impossible DO_NOT_CALL",
    "030 123456, impossible DO_NOT_CALL",
    "+49 900 1 123456, impossible DO_NOT_CALL",
    "+1 123 456 7890, impossible NO_SUCH_NUMBER",
    "+49 1, impossible NO_SUCH_NUMBER",
    "55555, impossible NO_SUCH_NUMBER",
    "alice, impossible NO_SUCH_NUMBER",
    "'', impossible NO_SUCH_NUMBER",
    "+1 800 555 0123, zone unknown",
    "+7 916 123 45 67, zone unknown",
    "2001, 2026-11-26T10:00 to 10:30 as wished"
  })
  void theNumberDecidesFirst(String number, String expected) {
    assertEquals(expected, offer(CallbackWish.soon(new PhoneNumber(number), ""), NOW, IDLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Asia/Tokyo"})
  void aZoneThatWasNamedIsStrongerThanTheNumbers(String zone) {
    CallbackWish wish =
        new CallbackWish(
            new PhoneNumber("+1 800 555 0123"),
            Optional.of(ZoneId.of(zone)),
            "safety",
            time("2026-11-28T16:00"),
            Optional.empty());

    assertEquals("2026-11-28T16:00 to 16:30 as wished", offer(wish, NOW, IDLE));
  }
}
