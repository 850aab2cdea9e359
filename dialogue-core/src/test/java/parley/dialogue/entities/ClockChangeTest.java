package parley.dialogue.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Days on which the clocks change, midnight, leap days, and which half of the day is meant.
class ClockChangeTest {

  private static String at(String now, String said) {
    return Case.found(said, Case.context(now));
  }

  @Test
  void aTimeThatTheClocksJumpOverIsAsMuchLater() {
    assertEquals(
        "moment=2027-03-28T03:30+02:00",
        at("2027-03-27T12:00 Europe/Berlin DE", "tomorrow at half past two in the morning"));
    assertEquals(
        "moment=2027-03-14T03:15-04:00",
        at("2027-03-13T12:00 America/New_York US", "tomorrow at 2:15 am"));
  }

  @Test
  void aTimeThatComesTwiceIsTheFirst() {
    assertEquals(
        "moment=2027-10-31T02:30+02:00",
        at("2027-10-30T12:00 Europe/Berlin DE", "tomorrow at 02:30"));
    assertEquals(
        "moment=2027-11-07T01:30-04:00",
        at("2027-11-06T12:00 America/New_York US", "tomorrow at 1:30 am"));
  }

  @Test
  void hoursFromNowAreRealHours() {
    assertEquals(
        "moment=2027-03-28T04:00+02:00", at("2027-03-28T01:00 Europe/Berlin DE", "in two hours"));
    assertEquals(
        "moment=2027-10-31T02:30+01:00", at("2027-10-31T01:30 Europe/Berlin DE", "in two hours"));
  }

  @Test
  void daysFromNowAreDaysOfTheCalendar() {
    assertEquals("date=2027-03-29", at("2027-03-27T23:30 Europe/Berlin DE", "in two days"));
  }

  @Test
  void theCallersZoneSaysWhatTodayIs() {
    assertEquals("date=2027-03-05", at("2027-03-04T00:30 Asia/Tokyo JP", "tomorrow"));
    assertEquals("date=2027-03-04", at("2027-03-03T15:30 UTC GB", "tomorrow"));
  }

  @Test
  void midnightOfADayIsItsEnd() {
    assertEquals("moment=2027-03-05T00:00+00:00", Case.found("tomorrow at midnight"));
    assertEquals("moment=2027-03-04T00:00+00:00", Case.found("twelve at night today"));
  }

  @Test
  void aRowOverMidnightEndsOnTheNextDay() {
    assertEquals(
        "moments=2027-03-04T22:00+00:00/2027-03-05T02:00+00:00",
        Case.found("tomorrow from 22:00 to 02:00"));
  }

  @Test
  void anOpenHourIsTheOneInWhichDesksAreOpen() {
    assertEquals("time=07:00", Case.found("at seven"));
    assertEquals("time=12:00", Case.found("at twelve"));
    assertEquals("time=13:00", Case.found("at one"));
    assertEquals("time=18:00", Case.found("at six"));
  }

  @Test
  void todayAnHourThatIsOverIsTheOneInTheEvening() {
    assertEquals(
        "moment=2027-03-03T19:30+00:00",
        at("2027-03-03T14:00 Europe/London GB", "today at half past seven"));
  }

  @Test
  void aLeapDayIsTheNextOneThatExists() {
    assertEquals("date=2028-02-29", Case.found("the twenty ninth of february"));
    assertEquals("date=2104-02-29", at("2097-01-01T00:00 UTC GB", "the twenty ninth of february"));
    assertEquals("-", Case.found("the thirty first of february"));
  }
}
