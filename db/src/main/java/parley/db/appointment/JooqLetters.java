package parley.db.appointment;

import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.APPOINTMENT;
import static parley.db.jooq.Tables.APPOINTMENT_LETTER;
import static parley.db.jooq.Tables.APPOINTMENT_TASK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.Span;
import parley.callback.letter.LetterStore;
import parley.callback.work.NewCallback;
import parley.db.callback.ReminderCalls;
import parley.db.jooq.tables.records.AppointmentLetterRecord;
import parley.db.jooq.tables.records.AppointmentRecord;
import parley.db.jooq.tables.records.AppointmentTaskRecord;

/// Letters about appointments and tasks after them, in PostgreSQL. Thread: any.
public final class JooqLetters implements LetterStore {

  private static final String WAITING = "WAITING";
  private static final String OPEN = "OPEN";

  private final DSLContext sql;

  public JooqLetters(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Pending> claim(Instant now, Instant until) {
    return sql.update(APPOINTMENT_LETTER)
        .set(APPOINTMENT_LETTER.NEXT_AT, until)
        .set(APPOINTMENT_LETTER.ATTEMPTS, APPOINTMENT_LETTER.ATTEMPTS.plus(1))
        .where(
            APPOINTMENT_LETTER.ID.eq(
                select(APPOINTMENT_LETTER.ID)
                    .from(APPOINTMENT_LETTER)
                    .where(APPOINTMENT_LETTER.STATE.eq(WAITING))
                    .and(APPOINTMENT_LETTER.NEXT_AT.le(now))
                    .orderBy(APPOINTMENT_LETTER.NEXT_AT)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()))
        .returning()
        .fetchOptional()
        .flatMap(this::pending);
  }

  private Optional<Pending> pending(AppointmentLetterRecord row) {
    Letter letter =
        new Letter(
            row.getId(),
            row.getAppointmentId(),
            Letter.Kind.valueOf(row.getKind()),
            row.getSequence(),
            row.getDetail(),
            row.getCreatedAt());
    return new JooqAppointmentStore(sql)
        .find(row.getAppointmentId())
        .map(appointment -> new Pending(letter, appointment));
  }

  @Override
  public boolean remindByCall(Pending pending, NewCallback call, Instant now) {
    Appointment known = pending.appointment();
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      AppointmentRecord row =
          inside
              .selectFrom(APPOINTMENT)
              .where(APPOINTMENT.ID.eq(known.id()))
              .and(APPOINTMENT.SEQUENCE.eq(known.sequence()))
              .and(APPOINTMENT.STATE.eq(Appointment.State.BOOKED.name()))
              .and(APPOINTMENT.STARTS_AT.gt(now))
              .forUpdate()
              .fetchOne();
      if (row == null) {
        return false;
      }
      ReminderCalls.add(inside, call, known.id(), row.getStartsAt());
      return true;
    });
  }

  @Override
  public void done(UUID letter, boolean outdated, Instant now) {
    sql.update(APPOINTMENT_LETTER)
        .set(APPOINTMENT_LETTER.STATE, outdated ? "OUTDATED" : "DONE")
        .set(APPOINTMENT_LETTER.DONE_AT, now)
        .where(APPOINTMENT_LETTER.ID.eq(letter))
        .execute();
  }

  @Override
  public List<Upcoming> upcoming(Span within) {
    return booked(APPOINTMENT.STARTS_AT.between(within.from(), within.until())).stream()
        .map(row -> new Upcoming(AppointmentRows.read(row), row.getUpdatedAt()))
        .toList();
  }

  @Override
  public List<Appointment> ended(Span within) {
    return booked(APPOINTMENT.ENDS_AT.between(within.from(), within.until())).stream()
        .map(AppointmentRows::read)
        .toList();
  }

  private List<AppointmentRecord> booked(Condition when) {
    return sql.selectFrom(APPOINTMENT)
        .where(when.and(APPOINTMENT.STATE.eq(Appointment.State.BOOKED.name())))
        .orderBy(APPOINTMENT.STARTS_AT)
        .fetch();
  }

  @Override
  public void add(List<Letter> letters, Instant now) {
    if (!letters.isEmpty()) {
      sql.transaction(transaction -> AppointmentRows.add(transaction.dsl(), letters, now));
    }
  }

  @Override
  public void addTasks(List<Task> tasks) {
    for (Task task : tasks) {
      sql.insertInto(APPOINTMENT_TASK)
          .set(APPOINTMENT_TASK.ID, task.id())
          .set(APPOINTMENT_TASK.APPOINTMENT_ID, task.appointment())
          .set(APPOINTMENT_TASK.WHAT, task.what())
          .set(APPOINTMENT_TASK.DUE_AT, task.due())
          .set(APPOINTMENT_TASK.CHASE_AT, task.due())
          .onConflictDoNothing()
          .execute();
    }
  }

  @Override
  public int chase(Instant now, Duration every) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      List<AppointmentTaskRecord> due =
          inside
              .selectFrom(APPOINTMENT_TASK)
              .where(APPOINTMENT_TASK.STATUS.eq(OPEN).and(APPOINTMENT_TASK.CHASE_AT.le(now)))
              .orderBy(APPOINTMENT_TASK.CHASE_AT)
              .limit(100)
              .forUpdate()
              .skipLocked()
              .fetch();
      for (AppointmentTaskRecord task : due) {
        task.setChased(task.getChased() + 1);
        task.setChaseAt(now.plus(every));
        int _ = task.store();
        Letter letter =
            Letter.of(
                task.getAppointmentId(), Letter.Kind.CHASE, task.getChased(), task.getWhat(), now);
        AppointmentRows.add(inside, List.of(letter), now);
      }
      return due.size();
    });
  }

  @Override
  public List<Task> tasks(int most) {
    return sql.selectFrom(APPOINTMENT_TASK)
        .where(APPOINTMENT_TASK.STATUS.eq(OPEN))
        .orderBy(APPOINTMENT_TASK.DUE_AT)
        .limit(most)
        .fetch(row -> new Task(row.getId(), row.getAppointmentId(), row.getWhat(), row.getDueAt()));
  }

  @Override
  public boolean closeTask(String prefix, Instant now) {
    if (!prefix.matches("[0-9a-f-]{4,36}")) {
      return false;
    }
    Condition named =
        APPOINTMENT_TASK
            .STATUS
            .eq(OPEN)
            .and(APPOINTMENT_TASK.ID.cast(String.class).startsWith(prefix));
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      return inside.fetchCount(APPOINTMENT_TASK, named) == 1
          && inside
                  .update(APPOINTMENT_TASK)
                  .set(APPOINTMENT_TASK.STATUS, "DONE")
                  .set(APPOINTMENT_TASK.CLOSED_AT, now)
                  .where(named)
                  .execute()
              == 1;
    });
  }
}
