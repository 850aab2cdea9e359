package parley.server.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.Booked;
import parley.callback.appointment.Customer;
import parley.callback.appointment.Letter;
import parley.callback.ask.ChangeReading;
import parley.callback.ask.WrittenChanges;
import parley.callback.ask.WrittenChanges.Said;
import parley.callback.calendar.CalendarFile;
import parley.dialogue.call.PhoneNumber;

/// What becomes of an appointment that its customer writes about, in the shipped calendars. It is
/// Monday, 1 June 2026; Carla's appointment is on Tuesday the 9th, at ten.
class WrittenChangesTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T06:00:00Z"), ZONE);
  private static final LocalDateTime TUESDAY = LocalDateTime.parse("2026-06-09T10:00");
  private static final String CARLA = "Carla@customer.test";

  private final FakeAppointments store = new FakeAppointments();
  private final AppointmentDesk desk =
      new AppointmentDesk(CalendarFile.load(HOME, ZONE), store, () -> {}, CLOCK);
  private final WrittenChanges changes =
      new WrittenChanges(desk, store, new ChangeReading("GB"), CLOCK);
  private final Appointment one = booked(CARLA, TUESDAY);

  private Appointment booked(String mail, LocalDateTime at) {
    Booked booked =
        desk.book(
            new AppointmentDesk.Request(
                Objects.requireNonNull(desk.book().kinds().get("advice")),
                at,
                ZONE,
                "",
                new Customer("4711", "Carla", mail, PhoneNumber.UNKNOWN, "en"),
                "a kettle"));
    return assertInstanceOf(Booked.Done.class, booked).appointment();
  }

  private Optional<Said> write(String from, String... sentences) {
    return changes
        .wanted(from, List.of(sentences), List.of(), "en")
        .flatMap(wanted -> wanted.make().get());
  }

  private Appointment now() {
    return store.find(one.id()).orElseThrow();
  }

  private List<Letter.Kind> letters() {
    return store.letters.stream().map(Letter::kind).toList();
  }

  @Test
  void itIsMovedToTheFirstFreeTimeThatSuitsAndANewInvitationGoesOut() {
    Said said =
        write("carla@customer.test", "Could we move Tuesday to Thursday afternoon?").orElseThrow();

    assertEquals("appointment-moved", said.name());
    assertEquals(
        LocalDateTime.parse("2026-06-04T12:00").toLocalDate(), now().slot().local().toLocalDate());
    assertTrue(now().slot().local().getHour() >= 12, now().slot().toString());
    assertTrue(said.text().contains("Thursday, June 4, 2026"), said.text());
    assertEquals(List.of(Letter.Kind.INVITATION, Letter.Kind.CHANGE), letters());
  }

  @Test
  void theSameMailOnceMoreChangesNothingMore() {
    String words = "Please move my appointment to Thursday, 11 June, at 2 pm.";

    Said first = write(CARLA, words).orElseThrow();
    Said second = write(CARLA, words).orElseThrow();

    assertEquals(LocalDateTime.parse("2026-06-11T14:00"), now().slot().local());
    assertEquals(first, second);
    assertEquals(1, now().sequence());
    assertEquals(2, letters().size());
  }

  @Test
  void whereTheTimeCannotBeHadOthersAreNamedAndItStays() {
    Said said =
        write(CARLA, "Please move my appointment to Sunday, 14 June, at ten.").orElseThrow();

    assertEquals("appointment-not-moved", said.name());
    assertEquals(TUESDAY, now().slot().local());
    assertTrue(said.text().contains("still on Tuesday, June 9, 2026"), said.text());
    assertTrue(said.text().contains("Saturday, June 13, 2026"), said.text());
  }

  @Test
  void whoNamesNoTimeIsAskedForOne() {
    Said said = write(CARLA, "I cannot make my appointment on Tuesday.").orElseThrow();

    assertEquals("appointment-which", said.name());
    assertEquals(one, now());
    assertTrue(said.text().contains("These times are possible: "), said.text());
  }

  @Test
  void itIsCancelled() {
    Said said = write(CARLA, "Please cancel my appointment.").orElseThrow();

    assertEquals("appointment-cancelled", said.name());
    assertEquals(Appointment.State.CANCELLED, now().state());
    assertEquals(List.of(Letter.Kind.INVITATION, Letter.Kind.CANCELLATION), letters());
  }

  @Test
  void nobodyElseAndNobodyWithTwoAppointmentsIsServed() {
    assertEquals(Optional.empty(), write("else@customer.test", "Please cancel my appointment."));

    Appointment _ = booked(CARLA, LocalDateTime.parse("2026-06-10T10:00"));

    assertEquals(Optional.empty(), write(CARLA, "Please cancel my appointment."));
    assertEquals(one, now());
  }
}
