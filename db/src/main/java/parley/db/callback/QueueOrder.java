package parley.db.callback;

import static org.jooq.impl.DSL.row;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import parley.db.jooq.tables.records.CallbackRecord;

/// Who is called before whom in a queue: by priority, then by who has waited for longest, on the
/// line or since the promise; and how many calls it has at once.
final class QueueOrder {

  /// Since when somebody waits.
  static final Field<Instant> PLACE = DSL.coalesce(CALLBACK.WAITING_SINCE, CALLBACK.PROMISED_AT);

  private QueueOrder() {}

  /// One node after the other looks at a queue, until the transaction ends: else two would take the
  /// last line.
  static void lock(DSLContext sql, String queue) {
    sql.execute(
        "select pg_advisory_xact_lock(hashtext('parley-callback'), hashtext({0}))",
        DSL.value(queue));
  }

  /// Calls that are made, or may be made by a node that died.
  static int calls(DSLContext sql, String queue) {
    return sql.fetchCount(
        CALLBACK_ATTEMPT,
        CALLBACK_ATTEMPT.QUEUE.eq(queue).and(CALLBACK_ATTEMPT.SETTLED_AT.isNull()));
  }

  /// Callbacks of the queue that wait for a line, and are before this one.
  static int before(DSLContext sql, CallbackRecord callback, Instant now) {
    return sql.fetchCount(
        CALLBACK,
        due(callback.getQueue(), now)
            .and(
                row(CALLBACK.PRIORITY.neg(), PLACE, CALLBACK.ID)
                    .lt((short) -callback.getPriority(), place(callback), callback.getId())));
  }

  private static Instant place(CallbackRecord callback) {
    Instant waiting = callback.getWaitingSince();
    return waiting == null ? callback.getPromisedAt() : waiting;
  }

  static Condition due(String queue, Instant now) {
    return CALLBACK
        .QUEUE
        .eq(queue)
        .and(CALLBACK.STATE.eq(DSL.inline("WAITING")))
        .and(CALLBACK.NEXT_AT.le(now));
  }
}
