package parley.db.appointment;

import static parley.db.jooq.Tables.APPOINTMENT;
import static parley.db.jooq.Tables.BUSY_TIME;
import static parley.db.jooq.Tables.CALENDAR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jooq.DSLContext;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.Customer;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.CalendarFile;
import parley.db.TestDatabase;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.files.Problems;

/// A desk over a real database, at a moment of its own: Monday, 1 June 2026, eight in the morning
/// in Berlin.
final class TestCalendars {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final Instant NOW = Instant.parse("2026-06-01T06:00:00Z");
  static final DSLContext SQL = TestDatabase.database().sql();
  static final CalendarBook BOOK = book();
  static final JooqAppointmentStore STORE = new JooqAppointmentStore(SQL);
  static final Customer CUSTOMER =
      new Customer("4711", "Carla", "carla@example.org", new PhoneNumber("+4930555123"), "en");

  private TestCalendars() {}

  static void clear() {
    SQL.truncate(APPOINTMENT, BUSY_TIME, CALENDAR).cascade().execute();
  }

  static AppointmentDesk desk() {
    return new AppointmentDesk(BOOK, STORE, () -> {}, Clock.fixed(NOW, ZONE));
  }

  static AppointmentDesk.Request advice(String at) {
    return new AppointmentDesk.Request(
        Objects.requireNonNull(BOOK.kinds().get("advice")),
        LocalDateTime.parse(at),
        ZONE,
        "",
        CUSTOMER,
        "a kettle");
  }

  private static CalendarBook book() {
    Problems problems = new Problems();
    try {
      Path file = Files.createTempFile("appointments", ".yaml");
      Files.writeString(
          file,
          """
          mailbox: shop
          calendars:
            - {name: alex, mail: alex@shop.example, place: center, hours: {mon-fri: 09:00-17:00}}
            - {name: room-1, kind: room, place: center, hours: {mon-sun: 08:00-20:00}}
          kinds:
            - name: advice
              title: {en: advice}
              needs: [alex, room-1]
              length: 45m
              after: 15m
          reminders:
            - {before: 1d}
          prepare: 1h
          after:
            - {task: Ask how it went, due: 2d, chase: 1d}
          """);
      CalendarBook book = CalendarFile.read(Path.of("."), file, ZONE, problems);
      Files.delete(file);
      problems.throwIfAny();
      return book;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
