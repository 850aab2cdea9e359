package parley.db.callback;

import static org.jooq.impl.DSL.value;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.SCHEDULED_TASKS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import parley.callback.work.Lease;
import parley.callback.work.NewCallback;
import parley.db.jooq.tables.records.ScheduledTasksRecord;

/// The rows of db-scheduler's table that callbacks have. We write them ourselves where they must
/// change in one transaction with their callbacks: db-scheduler has transactions of its own. A row
/// that is given back has a new version, so that whoever had it before can no longer change it.
final class ScheduleRows {

  static final String TASK = "callback";

  private static final int MOST_WOKEN = 50;

  private ScheduleRows() {}

  static void insert(DSLContext sql, UUID callback, Instant at, int priority) {
    sql.insertInto(SCHEDULED_TASKS)
        .set(SCHEDULED_TASKS.TASK_NAME, TASK)
        .set(SCHEDULED_TASKS.TASK_INSTANCE, callback.toString())
        .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
        .set(SCHEDULED_TASKS.PICKED, false)
        .set(SCHEDULED_TASKS.VERSION, 1L)
        .set(SCHEDULED_TASKS.PRIORITY, (short) priority)
        .onConflict(SCHEDULED_TASKS.TASK_NAME, SCHEDULED_TASKS.TASK_INSTANCE)
        .doUpdate()
        .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
        .set(SCHEDULED_TASKS.PICKED, false)
        .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1))
        .execute();
  }

  /// Of callbacks that are new.
  static void insert(DSLContext sql, List<NewCallback> callbacks) {
    if (!callbacks.isEmpty()) {
      sql.insertInto(SCHEDULED_TASKS)
          .set(callbacks.stream().map(ScheduleRows::record).toList())
          .execute();
    }
  }

  private static ScheduledTasksRecord record(NewCallback callback) {
    ScheduledTasksRecord row = new ScheduledTasksRecord();
    row.setTaskName(TASK);
    row.setTaskInstance(callback.callback().id().toString());
    row.setExecutionTime(callback.due());
    row.setPicked(false);
    row.setVersion(1L);
    row.setPriority((short) callback.priority());
    return row;
  }

  /// It comes up at that time, whoever has it now.
  static void giveBack(DSLContext sql, UUID callback, Instant at) {
    giveBack(sql, row(callback), at);
  }

  /// It comes up at that time, unless the lease was lost.
  static void giveBack(DSLContext sql, Lease lease, Instant at) {
    giveBack(sql, row(lease), at);
  }

  private static void giveBack(DSLContext sql, Condition which, Instant at) {
    sql.update(SCHEDULED_TASKS)
        .set(SCHEDULED_TASKS.EXECUTION_TIME, at)
        .set(SCHEDULED_TASKS.PICKED, false)
        .setNull(SCHEDULED_TASKS.PICKED_BY)
        .setNull(SCHEDULED_TASKS.LAST_HEARTBEAT)
        .set(SCHEDULED_TASKS.CONSECUTIVE_FAILURES, 0)
        .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1))
        .where(which)
        .execute();
  }

  static void delete(DSLContext sql, UUID callback) {
    sql.deleteFrom(SCHEDULED_TASKS).where(row(callback)).execute();
  }

  static void delete(DSLContext sql, Lease lease) {
    sql.deleteFrom(SCHEDULED_TASKS).where(row(lease)).execute();
  }

  /// Lines of a queue are free: who is first in it comes up now, so many as there are lines. Rows
  /// that others wake are skipped: two that wait for each other's rows would be a deadlock.
  static void wakeFirst(DSLContext sql, String queue, int lines, Instant now) {
    if (lines <= 0) {
      return;
    }
    var first =
        DSL.select(CALLBACK.ID.cast(SQLDataType.CLOB))
            .from(CALLBACK)
            .where(QueueOrder.due(queue, now))
            .orderBy(CALLBACK.PRIORITY.desc(), QueueOrder.PLACE, CALLBACK.ID)
            .limit(Math.min(lines, MOST_WOKEN));
    sql.update(SCHEDULED_TASKS)
        .set(SCHEDULED_TASKS.EXECUTION_TIME, now)
        .where(
            SCHEDULED_TASKS
                .TASK_NAME
                .eq(TASK)
                .and(
                    SCHEDULED_TASKS.TASK_INSTANCE.in(
                        DSL.select(SCHEDULED_TASKS.TASK_INSTANCE)
                            .from(SCHEDULED_TASKS)
                            .where(SCHEDULED_TASKS.TASK_NAME.eq(TASK))
                            .and(SCHEDULED_TASKS.TASK_INSTANCE.in(first))
                            .and(SCHEDULED_TASKS.PICKED.isFalse())
                            .and(SCHEDULED_TASKS.EXECUTION_TIME.gt(value(now)))
                            .forUpdate()
                            .skipLocked())))
        .execute();
  }

  private static Condition row(UUID callback) {
    return SCHEDULED_TASKS
        .TASK_NAME
        .eq(TASK)
        .and(SCHEDULED_TASKS.TASK_INSTANCE.eq(callback.toString()));
  }

  private static Condition row(Lease lease) {
    return row(lease.callback()).and(SCHEDULED_TASKS.VERSION.eq(lease.version()));
  }
}
