package parley.callback.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.callback.calendar.Span;

class BusyReaderTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Span MARCH =
      new Span(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

  private static List<String> read(String events) throws BusyReader.BadCalendarException {
    String text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n" + events + "END:VCALENDAR\n";
    return BusyReader.read(text.replace("\n", "\r\n"), MARCH, ZONE).stream()
        .map(span -> span.from() + " " + span.until())
        .toList();
  }

  private static String event(String uid, String... lines) {
    return "BEGIN:VEVENT\nUID:%s\nDTSTAMP:20260101T000000Z\n%s\nEND:VEVENT\n"
        .formatted(uid, String.join("\n", lines));
  }

  @Test
  void timesInUtcInAZoneAndWholeDaysAreRead() throws Exception {
    assertEquals(
        List.of(
            "2026-03-02T08:00:00Z 2026-03-02T09:00:00Z",
            "2026-03-03T08:00:00Z 2026-03-03T08:30:00Z",
            "2026-03-04T23:00:00Z 2026-03-05T23:00:00Z"),
        read(
            event("a", "DTSTART:20260302T080000Z", "DTEND:20260302T090000Z")
                + event("b", "DTSTART;TZID=Europe/Berlin:20260303T090000", "DURATION:PT30M")
                + event("c", "DTSTART;VALUE=DATE:20260305", "DTEND;VALUE=DATE:20260306")));
  }

  @Test
  void aWeeklyEventKeepsItsHourOverTheChangeOfTheClock() throws Exception {
    assertEquals(
        List.of(
            "2026-03-16T08:00:00Z 2026-03-16T09:00:00Z",
            "2026-03-23T08:00:00Z 2026-03-23T09:00:00Z",
            "2026-03-30T07:00:00Z 2026-03-30T08:00:00Z"),
        read(
            event(
                "w",
                "DTSTART;TZID=Europe/Berlin:20260302T090000",
                "DTEND;TZID=Europe/Berlin:20260302T100000",
                "RRULE:FREQ=WEEKLY;BYDAY=MO",
                "EXDATE;TZID=Europe/Berlin:20260302T090000,20260309T090000")));
  }

  @Test
  void oneOfARepeatedEventThatWasMovedIsAtItsNewTimeOnly() throws Exception {
    assertEquals(
        List.of(
            "2026-03-02T08:00:00Z 2026-03-02T09:00:00Z",
            "2026-03-10T12:00:00Z 2026-03-10T13:00:00Z"),
        read(
            event(
                    "m",
                    "DTSTART:20260302T080000Z",
                    "DTEND:20260302T090000Z",
                    "RRULE:FREQ=WEEKLY;COUNT=2")
                + event(
                    "m",
                    "RECURRENCE-ID:20260309T080000Z",
                    "DTSTART:20260310T120000Z",
                    "DTEND:20260310T130000Z")));
  }

  @Test
  void whatIsFreeOrCancelledIsNotBusy() throws Exception {
    assertEquals(
        List.of(),
        read(
            event("t", "DTSTART:20260302T080000Z", "DTEND:20260302T090000Z", "TRANSP:TRANSPARENT")
                + event(
                    "x",
                    "DTSTART:20260303T080000Z",
                    "DTEND:20260303T090000Z",
                    "STATUS:CANCELLED")));
  }

  @Test
  void whatIsNoCalendarIsSaidToBeNone() {
    assertThrows(
        BusyReader.BadCalendarException.class,
        () -> BusyReader.read("<html>Sign in</html>", MARCH, ZONE));
  }
}
