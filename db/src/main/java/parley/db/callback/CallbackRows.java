package parley.db.callback;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.SCHEDULED_TASKS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.NewCallback;
import parley.db.jooq.tables.records.CallbackRecord;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.log.LogEntry.CallbackPromised;

/// Callbacks and their rows.
public final class CallbackRows {

  private CallbackRows() {}

  /// Keeps a promise of the call log, together with the hour at which it comes up. One that is
  /// there already changes nothing.
  ///
  /// @param origin of a promise to somebody who did not wait in a queue
  public static void insert(DSLContext sql, CallbackPromised promise, Callback.Origin origin) {
    Callback callback =
        Callback.waiting(
            promise.id(),
            promise.waitingSince() == null ? origin : Callback.Origin.QUEUE,
            Optional.of(promise.call().value()),
            promise.number(),
            promise.reason(),
            promise.queue(),
            promise.language(),
            Optional.ofNullable(promise.window()));
    boolean expected = promise.window() != null || promise.waitingSince() != null;
    insert(
        sql,
        new NewCallback(
            callback,
            promise.at(),
            Optional.ofNullable(promise.waitingSince()),
            expected ? NewCallback.EXPECTED : NewCallback.SOME_TIME));
  }

  /// In one statement, so that neither row is ever alone and a promise costs one round trip. One
  /// that is there already changes nothing.
  public static void insert(DSLContext sql, NewCallback wanted) {
    Name promised = name("promised");
    sql.with(promised)
        .as(
            insertInto(CALLBACK)
                .set(record(wanted))
                .onConflict(CALLBACK.ID)
                .doNothing()
                .returningResult(CALLBACK.ID))
        .insertInto(
            SCHEDULED_TASKS,
            SCHEDULED_TASKS.TASK_NAME,
            SCHEDULED_TASKS.TASK_INSTANCE,
            SCHEDULED_TASKS.EXECUTION_TIME,
            SCHEDULED_TASKS.PICKED,
            SCHEDULED_TASKS.VERSION,
            SCHEDULED_TASKS.PRIORITY)
        .select(
            select(
                    val(ScheduleRows.TASK),
                    field(name("promised", "id"), UUID.class).cast(SQLDataType.CLOB),
                    val(wanted.due()),
                    val(false),
                    val(1L),
                    val((short) wanted.priority()))
                .from(table(promised)))
        .execute();
  }

  static CallbackRecord record(NewCallback wanted) {
    Callback callback = wanted.callback();
    CallbackRecord row = new CallbackRecord();
    row.setId(callback.id());
    row.setConversationId(callback.conversation().orElse(null));
    row.setOrigin(callback.origin().name());
    row.setState(CallbackState.WAITING.name());
    row.setNumber(callback.number().value());
    row.setReason(callback.reason());
    row.setQueue(callback.queue());
    row.setLanguage(callback.language());
    row.setCallOrder(callback.order().name());
    row.setPriority((short) wanted.priority());
    row.setPromisedAt(wanted.promisedAt());
    row.setWaitingSince(wanted.waitingSince().orElse(null));
    row.setUpdatedAt(wanted.promisedAt());
    row.setNextAt(wanted.due());
    row.setAttempts(0);
    row.setNote("");
    callback
        .window()
        .ifPresent(window -> {
          row.setWindowFrom(window.from());
          row.setWindowUntil(window.until());
          row.setZone(window.zone().getId());
        });
    return row;
  }

  static Callback read(CallbackRecord row) {
    return new Callback(
        row.getId(),
        Callback.Origin.valueOf(row.getOrigin()),
        Optional.ofNullable(row.getConversationId()),
        new PhoneNumber(row.getNumber()),
        row.getReason(),
        row.getQueue(),
        row.getLanguage(),
        Optional.ofNullable(window(row)),
        Callback.Order.valueOf(row.getCallOrder()),
        row.getAttempts(),
        CallbackState.valueOf(row.getState()));
  }

  /// Null when no time was named.
  public static @Nullable CallbackWindow window(CallbackRecord row) {
    Instant from = row.getWindowFrom();
    Instant until = row.getWindowUntil();
    String zone = row.getZone();
    return from == null || until == null || zone == null
        ? null
        : new CallbackWindow(from, until, ZoneId.of(zone));
  }
}
