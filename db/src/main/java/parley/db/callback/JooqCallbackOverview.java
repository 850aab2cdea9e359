package parley.db.callback;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview;
import parley.callback.work.NewCallback;
import parley.db.jooq.tables.records.CallbackRecord;
import parley.dialogue.callback.CallbackWindow;

/// Callbacks as people see and change them, in PostgreSQL. Thread: any.
public final class JooqCallbackOverview implements CallbackOverview {

  /// Rows in one statement: more than that gains nothing, and PostgreSQL takes 65,535 values.
  private static final int CHUNK = 1_000;

  private static final Field<@Nullable String> LAST_OUTCOME =
      field(
              select(CALLBACK_ATTEMPT.OUTCOME)
                  .from(CALLBACK_ATTEMPT)
                  .where(CALLBACK_ATTEMPT.CALLBACK_ID.eq(CALLBACK.ID))
                  .and(CALLBACK_ATTEMPT.OUTCOME.isNotNull())
                  .orderBy(CALLBACK_ATTEMPT.ASKED_AT.desc(), CALLBACK_ATTEMPT.NUMBER.desc())
                  .limit(1))
          .as("last_outcome");

  private final DSLContext sql;

  public JooqCallbackOverview(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<CallbackLine> list(Filter filter) {
    Condition which =
        OpenCallbacks.in(filter.states().isEmpty() ? OpenCallbacks.STATES : filter.states());
    Overdue overdue = filter.overdue();
    if (overdue != null) {
      which =
          which.and(
              CALLBACK
                  .WINDOW_UNTIL
                  .le(overdue.at())
                  .or(
                      CALLBACK
                          .WINDOW_UNTIL
                          .isNull()
                          .and(CALLBACK.PROMISED_AT.le(overdue.at().minus(overdue.soon())))));
    }
    return lines(which, filter.most(), CALLBACK.NEXT_AT, CALLBACK.ID);
  }

  @Override
  public List<CallbackLine> beginning(String prefix, int most) {
    return lines(
        CALLBACK.ID.cast(SQLDataType.VARCHAR).startsWith(prefix.toLowerCase(Locale.ROOT)),
        most,
        CALLBACK.ID);
  }

  private List<CallbackLine> lines(Condition which, int most, OrderField<?>... order) {
    return sql.select(CALLBACK.asterisk(), LAST_OUTCOME)
        .from(CALLBACK)
        .where(which)
        .orderBy(order)
        .limit(most)
        .fetch(JooqCallbackOverview::line);
  }

  private static CallbackLine line(Record found) {
    CallbackRecord row = found.into(CALLBACK);
    String outcome = found.get(LAST_OUTCOME);
    return new CallbackLine(
        CallbackRows.read(row),
        row.getPriority(),
        row.getPromisedAt(),
        row.getNextAt(),
        outcome == null ? null : AttemptOutcome.valueOf(outcome),
        row.getNote());
  }

  @Override
  public Map<CallbackState, Integer> open() {
    Map<CallbackState, Integer> open = new EnumMap<>(CallbackState.class);
    // One count each by the index: grouping 100,000 rows takes four times as long.
    for (CallbackState state : OpenCallbacks.STATES) {
      int many = sql.fetchCount(CALLBACK, CALLBACK.STATE.eq(inline(state.name())));
      if (many > 0) {
        open.put(state, many);
      }
    }
    return open;
  }

  @Override
  public Optional<UUID> underWay(UUID callback) {
    return sql.select(CALLBACK_ATTEMPT.ID)
        .from(CALLBACK_ATTEMPT)
        .where(CALLBACK_ATTEMPT.CALLBACK_ID.eq(callback))
        .and(CALLBACK_ATTEMPT.SETTLED_AT.isNull())
        .fetchOptional(CALLBACK_ATTEMPT.ID);
  }

  @Override
  public void add(List<NewCallback> callbacks) {
    sql.transaction(transaction -> {
      for (int from = 0; from < callbacks.size(); from += CHUNK) {
        chunk(transaction.dsl(), callbacks.subList(from, Math.min(from + CHUNK, callbacks.size())));
      }
    });
  }

  private static void chunk(DSLContext sql, List<NewCallback> callbacks) {
    Set<UUID> inserted =
        sql.insertInto(CALLBACK)
            .set(callbacks.stream().map(CallbackRows::record).toList())
            .onConflict(CALLBACK.ID)
            .doNothing()
            .returningResult(CALLBACK.ID)
            .fetchSet(Record1::value1);
    List<NewCallback> fresh = new ArrayList<>(callbacks);
    fresh.removeIf(callback -> !inserted.contains(callback.callback().id()));
    ScheduleRows.insert(sql, fresh);
  }

  @Override
  public Change move(UUID callback, CallbackWindow window, Instant now) {
    return change(
        callback,
        EnumSet.of(CallbackState.KEPT),
        (inside, row) -> {
          row.setState(CallbackState.WAITING.name());
          row.setWindowFrom(window.from());
          row.setWindowUntil(window.until());
          row.setZone(window.zone().getId());
          row.setNextAt(window.from());
          row.setWaitingSince(null);
          row.setPriority((short) Math.max(row.getPriority(), NewCallback.EXPECTED));
          row.setNote("");
          row.setClosedAt(null);
          row.setUpdatedAt(now);
          row.update();
          ScheduleRows.insert(inside, callback, window.from(), row.getPriority());
        });
  }

  @Override
  public Change cancel(UUID callback, Instant now) {
    return change(
        callback,
        EnumSet.of(CallbackState.KEPT, CallbackState.GIVEN_UP, CallbackState.CANCELLED),
        (inside, row) -> StateRows.close(inside, row, CallbackState.CANCELLED, "", now));
  }

  private Change change(
      UUID callback, Set<CallbackState> over, BiConsumer<DSLContext, CallbackRecord> change) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      CallbackRecord row =
          inside.selectFrom(CALLBACK).where(CALLBACK.ID.eq(callback)).forUpdate().fetchOne();
      if (row == null) {
        return Change.UNKNOWN;
      }
      CallbackState state = CallbackState.valueOf(row.getState());
      if (state == CallbackState.DIALLING) {
        return Change.BEING_CALLED;
      }
      if (over.contains(state)) {
        return Change.OVER;
      }
      change.accept(inside, row);
      return Change.DONE;
    });
  }
}
