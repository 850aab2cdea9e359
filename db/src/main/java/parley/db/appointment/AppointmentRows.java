package parley.db.appointment;

import static parley.db.jooq.Tables.APPOINTMENT;
import static parley.db.jooq.Tables.APPOINTMENT_LETTER;
import static parley.db.jooq.Tables.APPOINTMENT_PART;
import static parley.db.jooq.Tables.CALENDAR;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Customer;
import parley.callback.appointment.Letter;
import parley.callback.calendar.Span;
import parley.callback.slot.Slot;
import parley.db.jooq.tables.records.AppointmentRecord;
import parley.dialogue.call.PhoneNumber;

/// Which rows an appointment becomes, and back.
final class AppointmentRows {

  private AppointmentRows() {}

  static Appointment read(AppointmentRecord row) {
    Span span = new Span(row.getStartsAt(), row.getEndsAt());
    return new Appointment(
        row.getId(),
        new Slot(
            row.getKind(),
            span,
            ZoneId.of(row.getZone()),
            List.of(row.getCalendars()),
            Duration.between(row.getHeldFrom(), span.from()),
            Duration.between(span.until(), row.getHeldUntil()),
            row.getPlace()),
        new Customer(
            row.getCustomer(),
            row.getCustomerName(),
            row.getMail(),
            new PhoneNumber(row.getNumber()),
            row.getLanguage()),
        row.getAbout(),
        row.getSequence(),
        Appointment.State.valueOf(row.getState()),
        Appointment.Answer.valueOf(row.getAnswer()));
  }

  static void write(DSLContext sql, Appointment appointment, Instant now) {
    AppointmentRecord row = record(sql, appointment, now);
    row.setCreatedAt(now);
    AppointmentRecord changed = record(sql, appointment, now);
    changed.reset(APPOINTMENT.ID);
    sql.insertInto(APPOINTMENT)
        .set(row)
        .onConflict(APPOINTMENT.ID)
        .doUpdate()
        .set(changed)
        .execute();
  }

  private static AppointmentRecord record(DSLContext sql, Appointment appointment, Instant now) {
    AppointmentRecord row = sql.newRecord(APPOINTMENT);
    Slot slot = appointment.slot();
    row.setId(appointment.id());
    row.setKind(slot.kind());
    row.setStartsAt(slot.span().from());
    row.setEndsAt(slot.span().until());
    row.setZone(slot.zone().getId());
    row.setPlace(slot.place());
    row.setHeldFrom(slot.whole().from());
    row.setHeldUntil(slot.whole().until());
    row.setCalendars(slot.calendars().toArray(String[]::new));
    Customer customer = appointment.customer();
    row.setCustomer(customer.reference());
    row.setCustomerName(customer.name());
    row.setMail(customer.mail());
    row.setNumber(customer.number().value());
    row.setLanguage(customer.language());
    row.setAbout(appointment.about());
    row.setSequence(appointment.sequence());
    row.setState(appointment.state().name());
    row.setAnswer(appointment.answer().name());
    row.setUpdatedAt(now);
    return row;
  }

  /// @param numbers of the calendars
  static void hold(DSLContext sql, Appointment appointment, Collection<Integer> numbers) {
    Span whole = appointment.slot().whole();
    for (Integer number : numbers) {
      sql.insertInto(APPOINTMENT_PART)
          .set(APPOINTMENT_PART.APPOINTMENT_ID, appointment.id())
          .set(APPOINTMENT_PART.CALENDAR, number)
          .set(APPOINTMENT_PART.HELD_FROM, whole.from())
          .set(APPOINTMENT_PART.HELD_UNTIL, whole.until())
          .execute();
    }
  }

  /// Adds those that are not there yet.
  static void add(DSLContext sql, List<Letter> letters, Instant now) {
    for (Letter letter : letters) {
      sql.insertInto(APPOINTMENT_LETTER)
          .set(APPOINTMENT_LETTER.ID, letter.id())
          .set(APPOINTMENT_LETTER.APPOINTMENT_ID, letter.appointment())
          .set(APPOINTMENT_LETTER.KIND, letter.kind().name())
          .set(APPOINTMENT_LETTER.SEQUENCE, letter.sequence())
          .set(APPOINTMENT_LETTER.DETAIL, letter.detail())
          .set(APPOINTMENT_LETTER.NEXT_AT, letter.at())
          .set(APPOINTMENT_LETTER.CREATED_AT, now)
          .onConflictDoNothing()
          .execute();
    }
  }

  /// The numbers of calendars, whose rows are made where they are missing.
  static Map<String, Integer> numbers(DSLContext sql, Collection<String> names, boolean lock) {
    List<String> sorted = names.stream().sorted().toList();
    Map<String, Integer> known = known(sql, sorted, lock);
    if (known.size() < sorted.size()) {
      for (String name : sorted) {
        if (!known.containsKey(name)) {
          sql.insertInto(CALENDAR).set(CALENDAR.NAME, name).onConflictDoNothing().execute();
        }
      }
      known = known(sql, sorted, lock);
    }
    return known;
  }

  /// Always locked in the same order, so that nobody waits for each other.
  private static Map<String, Integer> known(DSLContext sql, List<String> names, boolean lock) {
    var select =
        sql.select(CALENDAR.NAME, CALENDAR.NUMBER)
            .from(CALENDAR)
            .where(CALENDAR.NAME.eq(DSL.any(names.toArray(String[]::new))))
            .orderBy(CALENDAR.NUMBER);
    return lock
        ? select.forUpdate().fetchMap(CALENDAR.NAME, CALENDAR.NUMBER)
        : select.fetchMap(CALENDAR.NAME, CALENDAR.NUMBER);
  }
}
