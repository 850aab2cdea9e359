package parley.db.appointment;

import static parley.db.jooq.Tables.APPOINTMENT;
import static parley.db.jooq.Tables.APPOINTMENT_PART;
import static parley.db.jooq.Tables.BUSY_TIME;
import static parley.db.jooq.Tables.CALENDAR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentStore;
import parley.callback.appointment.Letter;
import parley.callback.calendar.Span;
import parley.callback.slot.Held;
import parley.callback.slot.Slots;
import parley.db.callback.ReminderCalls;
import parley.db.jooq.tables.records.AppointmentRecord;

/// Appointments in PostgreSQL. A booking locks the rows of its calendars, looks again, and writes;
/// the exclusion constraint stands behind that, whoever else writes. Thread: any.
public final class JooqAppointmentStore implements AppointmentStore {

  /// PostgreSQL's exclusion_violation.
  private static final String EXCLUDED = "23P01";

  private final DSLContext sql;

  public JooqAppointmentStore(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Held> held(Collection<String> calendars, Span within, Optional<UUID> except) {
    return held(sql, calendars, within, except);
  }

  private static List<Held> held(
      DSLContext sql, Collection<String> calendars, Span within, Optional<UUID> except) {
    String[] names = calendars.toArray(String[]::new);
    List<Held> held = new ArrayList<>(booked(sql, names, within, except));
    held.addAll(
        sql.select(CALENDAR.NAME, BUSY_TIME.STARTS_AT, BUSY_TIME.ENDS_AT)
            .from(BUSY_TIME)
            .join(CALENDAR)
            .on(CALENDAR.NUMBER.eq(BUSY_TIME.CALENDAR))
            .where(CALENDAR.NAME.eq(DSL.any(names)))
            .and(BUSY_TIME.STARTS_AT.lt(within.until()).and(BUSY_TIME.ENDS_AT.gt(within.from())))
            .fetch(row -> Held.busy(row.value1(), row.value2(), row.value3())));
    return held;
  }

  private static List<Held> booked(
      DSLContext sql, String[] names, Span within, Optional<UUID> except) {
    Condition others = except.map(APPOINTMENT.ID::ne).orElse(DSL.noCondition());
    return sql.select(
            CALENDAR.NAME,
            APPOINTMENT.STARTS_AT,
            APPOINTMENT.ENDS_AT,
            APPOINTMENT_PART.HELD_FROM,
            APPOINTMENT_PART.HELD_UNTIL,
            APPOINTMENT.PLACE)
        .from(APPOINTMENT_PART)
        .join(APPOINTMENT)
        .on(APPOINTMENT.ID.eq(APPOINTMENT_PART.APPOINTMENT_ID))
        .join(CALENDAR)
        .on(CALENDAR.NUMBER.eq(APPOINTMENT_PART.CALENDAR))
        .where(CALENDAR.NAME.eq(DSL.any(names)).and(others))
        .and(APPOINTMENT.STATE.eq(Appointment.State.BOOKED.name()))
        .and(APPOINTMENT_PART.HELD_FROM.lt(within.until()))
        .and(APPOINTMENT_PART.HELD_UNTIL.gt(within.from()))
        .fetch(row ->
            new Held(
                row.value1(),
                new Span(row.value2(), row.value3()),
                Duration.between(row.value4(), row.value2()),
                Duration.between(row.value3(), row.value5()),
                row.value6()));
  }

  @Override
  public boolean keep(
      Optional<Appointment> before,
      Appointment after,
      Predicate<List<Held>> stillFits,
      List<Letter> letters,
      Instant now) {
    try {
      return sql.transactionResult(
          transaction -> kept(transaction.dsl(), before, after, stillFits, letters, now));
    } catch (DataAccessException e) {
      if (EXCLUDED.equals(e.sqlState())) {
        return false;
      }
      throw e;
    }
  }

  private static boolean kept(
      DSLContext inside,
      Optional<Appointment> before,
      Appointment after,
      Predicate<List<Held>> stillFits,
      List<Letter> letters,
      Instant now) {
    if (before.isPresent() && !isStill(inside, before.get())) {
      return false;
    }
    if (after.state() == Appointment.State.BOOKED) {
      Collection<String> names = after.slot().calendars();
      Map<String, Integer> numbers = AppointmentRows.numbers(inside, names, true);
      Span within = Slots.around(after.slot().span());
      if (!stillFits.test(held(inside, names, within, Optional.of(after.id())))) {
        return false;
      }
      AppointmentRows.write(inside, after, now);
      free(inside, after.id());
      AppointmentRows.hold(inside, after, numbers.values());
    } else {
      AppointmentRows.write(inside, after, now);
      free(inside, after.id());
    }
    if (before.filter(one -> !sameTime(one, after)).isPresent()) {
      ReminderCalls.cancel(inside, after.id(), now);
    }
    AppointmentRows.add(inside, letters, now);
    return true;
  }

  private static boolean sameTime(Appointment before, Appointment after) {
    return before.sequence() == after.sequence() && after.state() == Appointment.State.BOOKED;
  }

  private static boolean isStill(DSLContext inside, Appointment before) {
    AppointmentRecord row =
        inside.selectFrom(APPOINTMENT).where(APPOINTMENT.ID.eq(before.id())).forUpdate().fetchOne();
    return row != null
        && row.getSequence() == before.sequence()
        && row.getState().equals(before.state().name())
        && row.getAnswer().equals(before.answer().name());
  }

  private static void free(DSLContext inside, UUID id) {
    inside.deleteFrom(APPOINTMENT_PART).where(APPOINTMENT_PART.APPOINTMENT_ID.eq(id)).execute();
  }

  @Override
  public Optional<Appointment> find(UUID id) {
    return one(APPOINTMENT.ID.eq(id));
  }

  @Override
  public Optional<Appointment> byPrefix(String prefix) {
    return prefix.matches("[0-9a-f-]{4,36}")
        ? one(APPOINTMENT.ID.cast(String.class).startsWith(prefix))
        : Optional.empty();
  }

  @Override
  public Optional<Appointment> next(String customer, Instant now) {
    return customer.isEmpty()
        ? Optional.empty()
        : read(
                APPOINTMENT
                    .CUSTOMER
                    .eq(customer)
                    .and(APPOINTMENT.STATE.eq(Appointment.State.BOOKED.name()))
                    .and(APPOINTMENT.STARTS_AT.gt(now)),
                1)
            .stream()
            .findFirst();
  }

  @Override
  public List<Appointment> openOf(String address, Instant now, int most) {
    return address.isEmpty()
        ? List.of()
        : read(
            DSL.lower(APPOINTMENT.MAIL)
                .eq(address.toLowerCase(Locale.ROOT))
                .and(APPOINTMENT.STATE.eq(Appointment.State.BOOKED.name()))
                .and(APPOINTMENT.STARTS_AT.gt(now)),
            most);
  }

  @Override
  public List<Appointment> within(Span within, boolean all, int most) {
    Condition states =
        all ? DSL.noCondition() : APPOINTMENT.STATE.eq(Appointment.State.BOOKED.name());
    return read(
        APPOINTMENT
            .STARTS_AT
            .ge(within.from())
            .and(APPOINTMENT.STARTS_AT.lt(within.until()))
            .and(states),
        most);
  }

  private Optional<Appointment> one(Condition condition) {
    List<Appointment> found = read(condition, 2);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private List<Appointment> read(Condition condition, int most) {
    return sql.selectFrom(APPOINTMENT)
        .where(condition)
        .orderBy(APPOINTMENT.STARTS_AT, APPOINTMENT.ID)
        .limit(most)
        .fetch(AppointmentRows::read);
  }
}
