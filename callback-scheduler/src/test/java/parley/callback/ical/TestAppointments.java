package parley.callback.ical;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Customer;
import parley.callback.calendar.Span;
import parley.callback.calendar.TestBooks;
import parley.callback.slot.Slot;
import parley.dialogue.call.PhoneNumber;

/// Appointments for tests.
public final class TestAppointments {

  public static final UUID ID = UUID.fromString("6f6c1c7e-7f0d-4a0e-9d1b-0f7c2f8f2a11");

  private TestAppointments() {}

  public static Appointment of(String from, int sequence, Appointment.State state) {
    Instant start = Instant.parse(from);
    Slot slot =
        new Slot(
            "advice",
            new Span(start, start.plus(Duration.ofMinutes(45))),
            TestBooks.ZONE,
            List.of("alex", "room-1"),
            Duration.ZERO,
            Duration.ofMinutes(15),
            "Main Street 5, center");
    Customer customer =
        new Customer(
            "4711", "Carla; Müller", "carla@example.org", new PhoneNumber("+4930555123"), "en");
    return new Appointment(
        ID, slot, customer, "a new kettle", sequence, state, Appointment.Answer.NONE);
  }
}
