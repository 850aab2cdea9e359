package parley.db.callback;

import static parley.db.jooq.Tables.CALLBACK;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import parley.callback.plan.CallbackState;
import parley.callback.work.NewCallback;
import parley.db.jooq.tables.records.CallbackRecord;

/// Calls that remind of appointments: they come and go with them. Within the transaction of the
/// appointment's change, whose row is locked first.
public final class ReminderCalls {

  static final String NO_POINT = "it has lost its point: what it reminds of has begun or changed";

  private ReminderCalls() {}

  /// One that is there already changes nothing.
  ///
  /// @param moot when the appointment begins
  public static void add(DSLContext sql, NewCallback call, UUID appointment, Instant moot) {
    CallbackRows.insert(sql, call);
    sql.update(CALLBACK)
        .set(CALLBACK.APPOINTMENT_ID, appointment)
        .set(CALLBACK.MOOT_AT, moot)
        .where(CALLBACK.ID.eq(call.callback().id()).and(CALLBACK.APPOINTMENT_ID.isNull()))
        .execute();
  }

  /// The appointment is another one now, or none. A call that is being made goes on, and is not
  /// made again.
  public static void cancel(DSLContext sql, UUID appointment, Instant now) {
    for (CallbackRecord row :
        sql.selectFrom(CALLBACK)
            .where(CALLBACK.APPOINTMENT_ID.eq(appointment))
            .and(OpenCallbacks.all())
            .orderBy(CALLBACK.ID)
            .forUpdate()
            .fetch()) {
      if (row.getState().equals(CallbackState.DIALLING.name())) {
        row.setMootAt(now);
        row.update();
      } else {
        StateRows.close(sql, row, CallbackState.CANCELLED, "", now);
      }
    }
  }

  /// Whether a call at that time has no point.
  static boolean isMoot(CallbackRecord row, Instant at) {
    return row.getMootAt() != null && !at.isBefore(row.getMootAt());
  }
}
