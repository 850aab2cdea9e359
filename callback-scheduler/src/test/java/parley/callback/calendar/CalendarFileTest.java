package parley.callback.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

  @Test
  void everythingIsRead() {
    CalendarBook book = TestBooks.shop();

    ResourceCalendar alex = TestBooks.calendar(book, "alex");
    assertEquals(
        List.of(new DayHours(540, 720), new DayHours(780, 1020)),
        alex.weekly().get(DayOfWeek.FRIDAY));
    assertEquals(List.of(), alex.exceptions().get(LocalDate.of(2026, 12, 25)));
    assertEquals(Duration.ofMinutes(45), TestBooks.kind(book, "advice").length());
    assertEquals("Beratung", TestBooks.kind(book, "advice").title("de"));
    assertEquals("advice in the shop", TestBooks.kind(book, "advice").title("fr"));
    assertEquals(Duration.ofMinutes(40), book.travel("south", "north"));
    assertEquals(Duration.ZERO, book.travel("center", "north"));
    assertEquals(
        List.of("alex", "maria"),
        book.group("advisor").stream().map(ResourceCalendar::name).toList());
  }

  @Test
  void everyProblemIsToldWithItsLine() {
    List<String> problems =
        TestBooks.problems(
            """
            goal: soonish
            calendars:
              - name: Alex
                hours: {mon-fry: 09:00-17:00}
              - name: maria
                zone: Europe/Atlantis
                hours:
                  mon: 17:00-09:00
                  tue: 09:00-12:00, 11:00-13:00
                exceptions:
                  - {day: 2026-02-30, hours: closed}
                busy: {url: "ftp://calendars.example/maria"}
            kinds:
              - name: advice
                title: {en: advice}
                needs: [advisr, marai]
                length: 45 minutes
            reminders:
              - {before: 1d, by: pigeon}
            """);

    assertEquals(12, problems.size(), String.join("\n", problems));
    assertTrue(problems.getFirst().contains(":1: `goal` is `soonish`"), problems.getFirst());
    assertTrue(problems.stream().anyMatch(p -> p.contains(":11: `day` is `2026-02-30`")));
    assertTrue(problems.stream().anyMatch(p -> p.contains(":16:") && p.contains("`maria`?")));
    assertTrue(problems.stream().noneMatch(p -> p.contains("ftp://")));
  }

  @Test
  void noFileIsASiteWithoutAppointments() {
    assertTrue(CalendarFile.load(Path.of("no-such-home"), TestBooks.ZONE).isEmpty());
  }

  @Test
  void hoursFollowTheWallThroughBothChangesOfTheClock() {
    ZoneId berlin = TestBooks.ZONE;
    DayHours night = new DayHours(60, 240);

    // 29 March 2026: 01:00 to 04:00 has no hour from 2 to 3; 25 October 2026: it has it twice.
    assertEquals(Duration.ofHours(2), length(night, LocalDate.of(2026, 3, 29), berlin));
    assertEquals(Duration.ofHours(4), length(night, LocalDate.of(2026, 10, 25), berlin));
    assertTrue(new DayHours(120, 180).on(LocalDate.of(2026, 3, 29), berlin).isEmpty());
    assertEquals(
        Duration.ofHours(23), length(DayHours.WHOLE_DAY, LocalDate.of(2026, 3, 29), berlin));
  }

  private static Duration length(DayHours hours, LocalDate day, ZoneId zone) {
    Span span = hours.on(day, zone).orElseThrow();
    return Duration.between(span.from(), span.until());
  }

  @Test
  void hoursThatReachMidnightGoOnTheNextDay() {
    CalendarBook book =
        TestBooks.read(
            """
            calendars:
              - name: night
                hours: {mon: "22:00-24:00", tue: "00:00-02:00"}
            """);
    Instant monday = Instant.parse("2026-06-01T00:00:00Z");

    assertEquals(
        List.of(
            new Span(Instant.parse("2026-06-01T20:00:00Z"), Instant.parse("2026-06-02T00:00:00Z"))),
        TestBooks.calendar(book, "night").open(monday, monday.plus(Duration.ofDays(2))));
  }
}
