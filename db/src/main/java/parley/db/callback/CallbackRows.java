package parley.db.callback;

import static parley.db.jooq.Tables.CALLBACK;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
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
  public static void insert(DSLContext sql, CallbackPromised promise) {
    Callback callback =
        new Callback(
            promise.id(),
            Callback.Origin.CALL,
            Optional.of(promise.call().value()),
            promise.number(),
            promise.reason(),
            promise.queue(),
            promise.language(),
            Optional.ofNullable(promise.window()),
            Callback.Order.CUSTOMER_FIRST,
            0,
            CallbackState.WAITING);
    sql.transaction(
        transaction -> insert(transaction.dsl(), new NewCallback(callback, promise.at(), 0)));
  }

  /// To be called within a transaction.
  static void insert(DSLContext sql, NewCallback wanted) {
    int inserted =
        sql.insertInto(CALLBACK).set(record(wanted)).onConflict(CALLBACK.ID).doNothing().execute();
    if (inserted == 1) {
      ScheduleRows.insert(sql, wanted.callback().id(), wanted.due(), wanted.priority());
    }
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
        Optional.ofNullable((UUID) row.getConversationId()),
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
