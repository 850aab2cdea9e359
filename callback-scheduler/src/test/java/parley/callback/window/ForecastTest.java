package parley.callback.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.callback.window.CallHistory.Slot;

/// How many calls are expected, and what that leaves for calls back.
class ForecastTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// 10:00 and 11:00 of a Monday in Berlin.
  private static final Instant TEN = Instant.parse("2026-03-02T09:00:00Z");

  private static final Instant ELEVEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final CallHistory SIX_WEEKS =
      new CallHistory(
          6,
          Map.of(
              new Slot("billing", DayOfWeek.MONDAY, 10), 100,
              new Slot("billing", DayOfWeek.MONDAY, 11), 20));

  private static double expected(CallHistory history, String queue, Instant from, Instant until) {
    return new Forecast(history, BERLIN).calls(queue, 20, from, until);
  }

  @Test
  void withoutHistoryHalfOfWhatPeopleCanDoIsExpected() {
    assertEquals(10, expected(CallHistory.NONE, "billing", TEN, ELEVEN), 1e-9);
    assertEquals(2.5, expected(CallHistory.NONE, "", TEN, TEN.plusSeconds(900)), 1e-9);
  }

  @Test
  void theMeanOfTheWeeksCountsMoreTheMoreThereAre() {
    // (2 x 10 + 100) / (2 + 6), and (2 x 10 + 20) / (2 + 6).
    assertEquals(15, expected(SIX_WEEKS, "billing", TEN, ELEVEN), 1e-9);
    assertEquals(5, expected(SIX_WEEKS, "billing", ELEVEN, ELEVEN.plusSeconds(3600)), 1e-9);
    // Nobody called the other queue in six weeks: 2 x 10 / (2 + 6).
    assertEquals(2.5, expected(SIX_WEEKS, "travel", TEN, ELEVEN), 1e-9);
  }

  @Test
  void aTimeAcrossTwoHoursTakesItsPartOfEach() {
    Instant half = TEN.plusSeconds(1800);
    assertEquals(7.5 + 2.5, expected(SIX_WEEKS, "billing", half, half.plusSeconds(3600)), 1e-9);
  }

  @Test
  void hoursAreThoseOfTheClockOfTheSiteInSummerToo() {
    Instant summer = Instant.parse("2026-06-01T08:00:00Z");
    assertEquals(15, expected(SIX_WEEKS, "billing", summer, summer.plusSeconds(3600)), 1e-9);
  }

  @Test
  void anHourThatTheClockShowsTwiceIsExpectedTwice() {
    CallHistory nights = new CallHistory(8, Map.of(new Slot("", DayOfWeek.SUNDAY, 2), 80));
    Instant two = Instant.parse("2026-10-25T00:00:00Z");
    assertEquals(2 * 10, expected(nights, "", two, two.plusSeconds(7200)), 1e-9);
  }

  private static Load.Room room(CallHistory history, int promised, Instant from, int minutes) {
    Load load = Load.forecast(_ -> 20, () -> history, BERLIN, (_, _, _) -> promised);
    return load.room("billing", from, from.plusSeconds(60L * minutes));
  }

  @Test
  void whatIsLeftCanBePromised() {
    assertEquals(new Load.Room(0, 5), room(CallHistory.NONE, 0, TEN, 30));
    assertEquals(new Load.Room(2, 2), room(SIX_WEEKS, 2, TEN, 30));
    assertEquals(new Load.Room(2, 7), room(SIX_WEEKS, 2, ELEVEN, 30));
  }

  @Test
  void aShortTimeHasRoomForOneWhereAnythingIsLeft() {
    assertEquals(new Load.Room(0, 1), room(CallHistory.NONE, 0, TEN, 5));
  }

  @Test
  void anHourThatWillBeFullIsNotOffered() {
    CallHistory rush = new CallHistory(8, Map.of(new Slot("billing", DayOfWeek.MONDAY, 10), 180));
    // (2 x 10 + 180) / (2 + 8) is all that they can do.
    assertEquals(new Load.Room(0, 0), room(rush, 0, TEN, 30));
    assertEquals(new Load.Room(0, 9), room(rush, 0, ELEVEN, 30));
  }
}
