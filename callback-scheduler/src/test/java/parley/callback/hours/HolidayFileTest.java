package parley.callback.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.files.Problems;

class HolidayFileTest {

  private final Problems problems = new Problems();

  private Set<LocalDate> days(String event) {
    return new HolidayFile("h.ics", problems)
        .days(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                + event
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  }

  @Test
  void anEventOfSeveralDaysIsAllOfThem() {
    assertEquals(
        Set.of(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26)),
        days("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227"));
    assertEquals(List.of(), problems.sorted());
  }

  @Test
  void aLeapDayComesOnlyInLeapYears() {
    Set<LocalDate> days = days("DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY");

    assertTrue(days.contains(LocalDate.of(2028, 2, 29)));
    assertFalse(days.contains(LocalDate.of(2027, 2, 28)));
    assertFalse(days.contains(LocalDate.of(2027, 3, 1)));
  }

  @Test
  void aRepetitionMayLeaveOneOut() {
    Set<LocalDate> days =
        days("DTSTART;VALUE=DATE:20240501\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20270501");

    assertTrue(days.contains(LocalDate.of(2026, 5, 1)));
    assertFalse(days.contains(LocalDate.of(2027, 5, 1)));
    assertTrue(days.contains(LocalDate.of(2059, 5, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART;VALUE=DATE:20261324",
        "DTSTART;VALUE=DATE:2026",
        "SUMMARY:no day",
        "DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=NEVER",
        "DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;BYMONTH=13"
      })
  void whatCannotBeReadIsAProblemAndNotAnException(String event) {
    days(event);

    assertEquals(1, problems.sorted().size());
  }
}
