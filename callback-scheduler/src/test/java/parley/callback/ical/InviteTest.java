package parley.callback.ical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.callback.appointment.Appointment;
import parley.callback.calendar.TestBooks;

class InviteTest {

  private static final Instant AT = Instant.parse("2026-05-30T10:00:00.5Z");
  private static final Invite.People PEOPLE =
      new Invite.People(
          new Invite.Person("The Shop", "shop@shop.example"),
          new Invite.Person("Carla; Müller", "carla@example.org"),
          List.of(new Invite.Person("Alex", "alex@shop.example")));

  private static String text(int sequence, Appointment.State state) {
    return Invite.text(
            TestAppointments.of("2026-06-02T08:00:00Z", sequence, state),
            PEOPLE,
            "Advice, in the shop",
            "Bring the kettle",
            AT)
        .replace("\r\n ", "");
  }

  private static void holds(String text, String line) {
    assertTrue(text.lines().anyMatch(line::equals), line + " is not in\n" + text);
  }

  @Test
  void aRequestNamesWhenWhoAndTheZonesRules() {
    String text = text(0, Appointment.State.BOOKED);

    holds(text, "METHOD:REQUEST");
    holds(text, "UID:" + TestAppointments.ID);
    holds(text, "SEQUENCE:0");
    holds(text, "DTSTAMP:20260530T100000Z");
    holds(text, "DTSTART;TZID=Europe/Berlin:20260602T100000");
    holds(text, "DTEND;TZID=Europe/Berlin:20260602T104500");
    holds(text, "SUMMARY:Advice\\, in the shop");
    holds(text, "LOCATION:Main Street 5\\, center");
    holds(text, "BEGIN:VTIMEZONE");
    holds(text, "TZID:Europe/Berlin");
    holds(text, "ORGANIZER;CN=The Shop:mailto:shop@shop.example");
    assertTrue(text.contains("PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Carla; Müller\""), text);
    assertTrue(text.contains(":mailto:alex@shop.example"), text);
    assertEquals(1, text.split("DTSTAMP", -1).length - 1);
  }

  @Test
  void aChangeHasTheNextNumberAndACancellationSaysSo() {
    holds(text(1, Appointment.State.BOOKED), "SEQUENCE:1");
    String cancelled = text(2, Appointment.State.CANCELLED);
    holds(cancelled, "METHOD:CANCEL");
    holds(cancelled, "STATUS:CANCELLED");
    holds(cancelled, "SEQUENCE:2");
  }

  @Test
  void theSameIsTheSameText() {
    assertEquals(text(0, Appointment.State.BOOKED), text(0, Appointment.State.BOOKED));
  }

  @Test
  void aCalendarsFileIsReadBackAsBusyTimes() throws Exception {
    Appointment one = TestAppointments.of("2026-06-02T08:00:00Z", 0, Appointment.State.BOOKED);
    var book = TestBooks.shop();
    String file =
        CalendarText.of(book, TestBooks.calendar(book, "alex"), List.of(one), List.of(AT));

    assertEquals(
        List.of(one.slot().span()),
        BusyReader.read(
            file,
            one.slot().span().with(java.time.Duration.ofDays(9), java.time.Duration.ofDays(9)),
            TestBooks.ZONE));
    assertFalse(file.contains("example.org"), file);
    assertFalse(file.contains("kettle"), file);
  }
}
