package parley.server.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.callback.calendar.CalendarFile;
import parley.config.Settings;
import parley.db.appointment.AppointmentStores;
import parley.dialogue.log.CallLog;
import parley.server.command.CommandContext;
import parley.server.command.CommandLineFactory;

/// What the command says, with the shipped calendars; the database's part has tests of its own. The
/// moment is Monday, 1 June 2026, six in the morning, UTC.
class AppointmentsCommandTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T06:00:00Z"), ZONE);

  private final FakeAppointments appointments = new FakeAppointments();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    CommandContext context =
        new CommandContext(
            HOME,
            Map.of(),
            new PrintWriter(out),
            new PrintWriter(err),
            new CommandContext.CallLogAccess() {
              @Override
              public <T> T read(Settings settings, Function<CallLog, T> work) {
                throw new AssertionError("the call log is not needed");
              }
            });
    AppointmentsCommand command =
        new AppointmentsCommand(
            context,
            settings -> CalendarFile.load(settings.home(), ZONE),
            new AppointmentsCommand.Access() {
              @Override
              public <T> T use(Settings settings, Function<AppointmentStores, T> work) {
                return work.apply(
                    new AppointmentStores(
                        appointments, new NoLetters(), new NoFeeds(), _ -> List.of()));
              }
            },
            CLOCK);
    return CommandLineFactory.of(context, List.of(command)).execute(arguments);
  }

  private String id() throws Exception {
    assertEquals(0, run("appointments", "list", "--json"));
    return new ObjectMapper()
        .readTree(out.toString())
        .at("/appointments/0/id")
        .asText()
        .substring(0, 8);
  }

  @Test
  void aTimeIsBookedListedMovedAndCancelled() throws Exception {
    assertEquals(
        0,
        run(
            "appointments",
            "book",
            "advice",
            "2026-06-02T10:00",
            "--name",
            "Carla",
            "--mail",
            "carla@example.org"),
        err.toString());
    assertTrue(out.toString().startsWith("Booked: "), out.toString());
    assertEquals(0, run("appointments"));
    assertTrue(out.toString().contains("Tue 2026-06-02 10:00  advice"), out.toString());
    String id = id();

    assertEquals(0, run("appointments", "move", id, "2026-06-03 11:00"), err.toString());
    assertEquals(0, run("appointments", "cancel", id), err.toString());
    assertEquals(1, run("appointments", "cancel", id));
    assertTrue(err.toString().contains("over or cancelled"), err.toString());
    assertEquals(
        List.of("INVITATION", "CHANGE", "CANCELLATION"),
        appointments.letters.stream().map(letter -> letter.kind().name()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-30T10:00|That time is over; the nearest possible: Mon 2026-06-01 09:00",
        "2026-06-07T10:00|Nobody can be had at that time; the nearest possible: Sat 2026-06-06 15:15",
        "2026-06-31T10:00|There is no 2026-06-31T10:00; the nearest possible: Tue 2026-06-30 10:00",
        "2027-06-01T10:00|That is too far ahead; the nearest possible: Thu 2026-07-30 17:15",
        "tomorrow|The time tomorrow is none: write it like 2026-06-02T10:00"
      })
  void aTimeThatCannotBeHadIsRefusedWithTheNearest(String when, String sentence) {
    assertEquals(1, run("appointments", "book", "advice", when));
    assertTrue(err.toString().startsWith("parley: " + sentence), err.toString());
    assertEquals(List.of(), appointments.letters);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "book advise 2026-06-02T10:00|There is no kind of appointment advise: expected `advice`?",
        "slots advice --with alec|There is no calendar alec: expected `alex`?",
        "slots advice --on tu,xx|The day xx is none",
        "slots advice --between 9-12|The hours 9-12 are none",
        "slots advice --goal best|The goal best is none: expected soonest",
        "move 12345678 2026-06-02T10:00|No appointment's id, or more than one, begins with 12345678"
      })
  void whatIsTypedWronglyIsToldInASentence(String line, String sentence) {
    assertEquals(1, run(("appointments " + line).split(" ")));
    assertTrue(err.toString().startsWith("parley: " + sentence), err.toString());
  }

  @Test
  void theBestTimesAreJsonToo() throws Exception {
    assertEquals(
        0,
        run(
            "appointments",
            "slots",
            "advice",
            "--on",
            "sat",
            "--between",
            "12:00-24:00",
            "--most",
            "2",
            "--json"));
    var slots = new ObjectMapper().readTree(out.toString()).get("slots");
    assertEquals(2, slots.size());
    assertEquals("2026-06-06T12:00", slots.get(0).get("when").asText());
    assertEquals("maria", slots.get(0).get("calendars").get(0).asText());
  }
}
