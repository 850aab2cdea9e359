package parley.callback.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.hours.LiveHours.Outcome;
import parley.dialogue.files.Problems;

/// Hours that change while Parley runs.
class LiveHoursTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @TempDir Path home;
  private LiveHours hours;
  private int written;

  @BeforeEach
  void read() throws IOException {
    week("monday: 08:00-20:00");
    holiday("2026-12-25");
    Problems problems = new Problems();
    hours = LiveHours.read(home, file("hours.yaml"), ZoneId.of("UTC"), problems);
    problems.throwIfAny();
  }

  private Path file(String name) {
    return home.resolve("config").resolve(name);
  }

  private void week(String days) throws IOException {
    write("hours.yaml", "holidays: days.ics\nqueues:\n  general:\n    week: {" + days + "}\n");
  }

  private void holiday(String day) throws IOException {
    write(
        "days.ics",
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//test//EN",
            "BEGIN:VEVENT",
            "UID:one",
            "DTSTAMP:20260101T000000Z",
            "DTSTART;VALUE=DATE:" + day.replace("-", ""),
            "END:VEVENT",
            "END:VCALENDAR",
            ""));
  }

  /// Each time a second later than before, as clocks of files are coarse.
  private void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
    Files.setLastModifiedTime(
        file(name), FileTime.from(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(written++)));
  }

  private String onMonday() {
    return hours.get().of("general").on(MONDAY).toString();
  }

  @Test
  void whatDoesNotChangeIsNotReadAgain() {
    HoursBook before = hours.get();
    assertEquals(new Outcome.Unchanged(), hours.refresh());
    assertEquals(before, hours.get());
  }

  @Test
  void newHoursCountFromTheNextLookOn() throws IOException {
    week("monday: 09:00-12:00");
    assertEquals("[08:00-20:00]", onMonday());
    assertEquals(new Outcome.Changed(1), hours.refresh());
    assertEquals("[09:00-12:00]", onMonday());
    assertEquals(new Outcome.Unchanged(), hours.refresh());
  }

  @Test
  void newHolidaysCountToo() throws IOException {
    holiday("2026-03-02");
    assertEquals(new Outcome.Changed(1), hours.refresh());
    assertEquals("[]", onMonday());
  }

  @Test
  void aBrokenFileLeavesTheHoursOfBeforeAndIsToldOnceWithItsLine() throws IOException {
    week("monday: 9-12");
    Outcome.Broken broken = assertInstanceOf(Outcome.Broken.class, hours.refresh());
    assertEquals(
        List.of("config/hours.yaml:4"),
        broken.problems().stream().map(one -> one.file() + ":" + one.line()).toList());
    assertEquals("[08:00-20:00]", onMonday());
    assertEquals(new Outcome.Unchanged(), hours.refresh());

    week("monday: 10:00-12:00");
    assertEquals(new Outcome.Changed(1), hours.refresh());
    assertEquals("[10:00-12:00]", onMonday());
  }

  @Test
  void aHolidayFileThatHasGoneIsAProblemUntilItIsBack() throws IOException {
    Files.delete(file("days.ics"));
    assertInstanceOf(Outcome.Broken.class, hours.refresh());
    assertEquals("[08:00-20:00]", onMonday());
    holiday("2026-03-02");
    assertEquals(new Outcome.Changed(1), hours.refresh());
    assertEquals("[]", onMonday());
  }
}
