package parley.db.callback;

import static parley.db.jooq.Tables.AUDIT;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.window.CallHistory;
import parley.callback.window.CallHistory.Slot;

/// Which calls needed a person in the last weeks, from the log: those that came in and for which an
/// agent was looked for, found or not. Counted again every hour, on a thread of its own; until
/// then, and while the database is away, what was known counts. Thread: any.
public final class CallHistories implements Supplier<CallHistory> {

  private static final Logger LOG = LoggerFactory.getLogger(CallHistories.class);
  private static final Duration FRESH = Duration.ofHours(1);

  /// Older weeks say less of the next one.
  private static final Duration COUNTED = Duration.ofDays(7 * 8);

  private static final int SECONDS_AT_MOST = 10;
  private static final double WEEK_S = Duration.ofDays(7).toSeconds();

  private final DSLContext sql;
  private final Clock clock;
  private final ZoneId zone;
  private final AtomicBoolean counting = new AtomicBoolean();
  private volatile CallHistory known = CallHistory.NONE;
  private volatile Instant countedAt = Instant.MIN;

  /// @param zone by whose clock the hours of the week are
  public CallHistories(DSLContext sql, Clock clock, ZoneId zone) {
    this.sql = sql;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public CallHistory get() {
    Instant now = clock.instant();
    if (countedAt.isBefore(now.minus(FRESH)) && counting.compareAndSet(false, true)) {
      Thread _ = Thread.ofVirtual().name("call-history").start(() -> countAgain(now));
    }
    return known;
  }

  private void countAgain(Instant now) {
    try {
      known = count(now);
    } catch (RuntimeException e) {
      LOG.warn("Calls of the last weeks could not be counted ({})", e.getClass().getSimpleName());
    } finally {
      countedAt = now;
      counting.set(false);
    }
  }

  CallHistory count(Instant now) {
    Instant first = first(now);
    Field<String> queue = DSL.coalesce(DSL.jsonbGetAttributeAsText(AUDIT.DETAILS, "skill"), "");
    Field<Integer> day = part("isodow");
    Field<Integer> hour = part("hour");
    Map<Slot, Integer> calls = new HashMap<>();
    sql.select(queue, day, hour, DSL.countDistinct(AUDIT.CONVERSATION_ID))
        .from(AUDIT)
        .where(AUDIT.AT.ge(first).and(AUDIT.AT.lt(now)))
        .and(AUDIT.WHAT.eq("transfer-ended"))
        // Those that we made are counted as promises.
        .and(
            DSL.notExists(
                DSL.selectOne()
                    .from(CALL)
                    .join(CALLBACK_ATTEMPT)
                    .on(CALLBACK_ATTEMPT.ID.cast(SQLDataType.CLOB).eq(CALL.SIP_CALL_ID))
                    .where(CALL.ID.eq(AUDIT.CONVERSATION_ID))))
        .groupBy(DSL.inline(1), DSL.inline(2), DSL.inline(3))
        .queryTimeout(SECONDS_AT_MOST)
        .forEach(row ->
            calls.put(
                new Slot(row.value1(), DayOfWeek.of(row.value2()), row.value3()), row.value4()));
    return new CallHistory(Duration.between(first, now).toSeconds() / WEEK_S, calls);
  }

  /// Weeks before the first call of the log say nothing.
  private Instant first(Instant now) {
    Instant oldest = now.minus(COUNTED);
    Instant begun =
        sql.select(CALL.STARTED_AT)
            .from(CALL)
            .where(CALL.STARTED_AT.lt(now))
            .orderBy(CALL.STARTED_AT)
            .limit(1)
            .queryTimeout(SECONDS_AT_MOST)
            .fetchOne(CALL.STARTED_AT);
    if (begun == null) {
      return now;
    }
    return begun.isAfter(oldest) ? begun : oldest;
  }

  private Field<Integer> part(String what) {
    return DSL.field(
        "extract({0} from {1} at time zone {2})::int",
        Integer.class, DSL.keyword(what), AUDIT.AT, DSL.inline(zone.getId()));
  }
}
