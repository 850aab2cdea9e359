package parley.callback.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;

class HoursFileTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path home;
  private final Problems problems = new Problems();

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectories(home.resolve("config"));
  }

  private HoursBook read(String yaml) throws IOException {
    Path file = home.resolve("config/hours.yaml");
    Files.writeString(file, yaml);
    return HoursFile.read(home, file, BERLIN, problems);
  }

  private List<String> told(String yaml) throws IOException {
    read(yaml);
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  @Test
  void shippedHoursAreThoseThatCallersAreTold() {
    Path shipped = Path.of(System.getProperty("parley.home", ".."));

    HoursBook book =
        HoursFile.read(shipped, shipped.resolve("config/hours.yaml"), BERLIN, problems);

    assertEquals(List.of(), problems.sorted());
    QueueHours general = book.of("payments");
    assertEquals("[08:00-20:00]", general.on(LocalDate.of(2026, 11, 27)).toString());
    assertEquals("[09:00-16:00]", general.on(LocalDate.of(2026, 11, 28)).toString());
    assertEquals("[]", general.on(LocalDate.of(2026, 11, 29)).toString());
    assertEquals("[]", general.on(LocalDate.of(2031, 12, 25)).toString());
    assertEquals("[]", general.on(LocalDate.of(2027, 3, 29)).toString());
    assertEquals("[]", general.on(LocalDate.of(2027, 5, 3)).toString());
    assertEquals("[08:00-20:00]", general.on(LocalDate.of(2027, 5, 10)).toString());
    assertEquals("[00:00-24:00]", book.of("safety").on(LocalDate.of(2026, 12, 25)).toString());
  }

  @Test
  void aQueueMayHaveAZoneExceptionsAndHoursAcrossMidnight() throws IOException {
    HoursBook book =
        read(
            """
            zone: Europe/London
            queues:
              general:
                week: {monday-friday: [08:00-12:00, 13:00-17:00]}
              night:
                zone: America/New_York
                week: {friday: 22:00-06:00, saturday: 22:00-02:00}
                exceptions: {2026-12-26: closed, 2026-12-28: 10:00-11:00}
            """);

    assertEquals(List.of(), problems.sorted());
    assertEquals(ZoneId.of("Europe/London"), book.of("").zone());
    QueueHours night = book.of("night");
    assertEquals("[10:00-11:00]", night.on(LocalDate.of(2026, 12, 28)).toString());
    Range<Instant> weekend =
        Range.closedOpen(
            Instant.parse("2026-12-26T00:00:00Z"), Instant.parse("2026-12-28T00:00:00Z"));
    assertEquals(
        ImmutableRangeSet.of(
            Range.closedOpen(
                Instant.parse("2026-12-26T03:00:00Z"), Instant.parse("2026-12-26T11:00:00Z"))),
        night.open(weekend));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsLine() throws IOException {
    assertEquals(
        List.of(
            "config/hours.yaml:1: There is no time zone `Europe/Berlinn`. Expected one such as Europe/Helsinki or UTC. Nearest is Europe/Berlin.",
            "config/hours.yaml:3: The queue `general` is missing. Give its hours: they count for every queue that has none of its own.",
            "config/hours.yaml:5: `monday` holds `08:00-25:00`. Expected two different times from 00:00 to 24:00 such as 08:00-20:00, or 22:00-06:00 across midnight, or closed.",
            "config/hours.yaml:6: There is no day `tusday`. Expected monday to sunday, or several such as monday-friday.",
            "config/hours.yaml:8: `wednesday` 22:00-06:00 and `thursday` 05:00-09:00 overlap. Join them, or let one end where the other begins.",
            "config/hours.yaml:9: `thursday` is there twice. Give each day its hours once.",
            "config/hours.yaml:10: `saturday` holds `08:60-09:00`. Expected two different times from 00:00 to 24:00 such as 08:00-20:00, or 22:00-06:00 across midnight, or closed.",
            "config/hours.yaml:10: `saturday` holds a mapping (key: value lines). Expected two different times from 00:00 to 24:00 such as 08:00-20:00, or 22:00-06:00 across midnight, or closed.",
            "config/hours.yaml:11: There is no date `2026-02-30`. Expected one such as 2026-12-24.",
            "config/hours.yaml:12: Unknown key `hollidays`. Expected `holidays`? It is one of exceptions, holidays, week, zone."),
        told(
            """
            zone: Europe/Berlinn
            queues:
              sales:
                week:
                  monday: 08:00-25:00
                  tusday: closed
                  wednesday: 22:00-06:00
                  thursday: 05:00-09:00
                  thursday-friday: 09:00-10:00
                  saturday: [08:60-09:00, {from: 1}]
                exceptions: {2026-02-30: closed}
                hollidays: none
            """));
  }

  @Test
  void theLastEveningOfTheWeekMayMeetTheFirstMorning() throws IOException {
    assertEquals(
        List.of(
            "config/hours.yaml:3: `sunday` 23:00-03:00 and `monday` 02:00-08:00 overlap. Join them, or let one end where the other begins."),
        told(
            """
            queues:
              general:
                week: {monday: 02:00-08:00, sunday: 23:00-03:00}
            """));
  }

  @Test
  void brokenHolidaysAreToldWithTheirLine() throws IOException {
    Files.writeString(
        home.resolve("config/broken.ics"),
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nthis is no property\nEND:VEVENT\nEND:VCALENDAR\n");
    Files.writeString(
        home.resolve("config/hour.ics"),
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:x
        BEGIN:VEVENT
        UID:1
        DTSTART;VALUE=DATE:20261224
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTART:20261225T100000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:3
        DTSTART;VALUE=DATE:20261226
        RRULE:FREQ=SECONDLY
        END:VEVENT
        END:VCALENDAR
        """);
    List<String> told =
        told(
            """
            queues:
              general:
                holidays: [broken.ics, hour.ics, gone.ics]
                week: {monday: 08:00-12:00}
            """);

    assertEquals(4, told.size(), told::toString);
    assertEquals(
        "config/broken.ics:5: This is no iCalendar file",
        told.get(0).substring(0, 46),
        told::toString);
    assertEquals(
        "config/hour.ics:8: The event begins at an hour, or has no beginning. Expected whole days, such as DTSTART;VALUE=DATE:20261225.",
        told.get(1));
    assertEquals(
        "config/hour.ics:12: The event comes again within a day. Expected FREQ=YEARLY, MONTHLY, WEEKLY or DAILY.",
        told.get(2));
    assertEquals(
        "config/hours.yaml:3: The file `gone.ics` cannot be read (NoSuchFileException). Give the path of an iCalendar file beside hours.yaml, a list of them, or none.",
        told.get(3));
  }

  @Test
  void aFileThatIsNotThereIsToldOnce() {
    HoursFile.read(home, home.resolve("config/hours.yaml"), BERLIN, problems);

    assertEquals(
        List.of("config/hours.yaml: The file cannot be read (NoSuchFileException). Put it back."),
        problems.sorted().stream().map(Problem::toString).toList());
  }
}
