package parley.db.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database's time, so that all nodes agree on what is due and on who is dead, and none minds
/// when the clock of its machine steps. Asked every few seconds; counted on by the ticker between.
///
/// Thread: any.
public final class DatabaseClock extends Clock {

  private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

  private static final Duration ASKED_EVERY = Duration.ofSeconds(10);

  /// A slower answer says too little.
  private static final Duration SLOWEST_ANSWER = Duration.ofMillis(100);

  private final Supplier<Instant> database;
  private final LongSupplier ticker;
  private final ZoneId zone;
  private volatile Reading reading;

  /// @param at the database's time
  /// @param nanos of the ticker at that time
  private record Reading(Instant at, long nanos) {}

  /// @param ticker nanoseconds from any origin, never back
  public DatabaseClock(DSLContext sql, LongSupplier ticker) {
    this(() -> ask(sql), ticker, ZoneOffset.UTC);
  }

  DatabaseClock(Supplier<Instant> database, LongSupplier ticker, ZoneId zone) {
    this.database = database;
    this.ticker = ticker;
    this.zone = zone;
    this.reading = new Reading(database.get(), ticker.getAsLong());
  }

  private static Instant ask(DSLContext sql) {
    return sql.select(DSL.field("clock_timestamp()", Instant.class)).fetchSingle().value1();
  }

  @Override
  public Instant instant() {
    Reading last = reading;
    long passed = ticker.getAsLong() - last.nanos();
    if (passed > ASKED_EVERY.toNanos()) {
      last = read(last);
      passed = ticker.getAsLong() - last.nanos();
    }
    return last.at().plusNanos(passed);
  }

  /// While the database is away, the last reading is counted on.
  private Reading read(Reading last) {
    try {
      long asked = ticker.getAsLong();
      Instant answer = database.get();
      long answered = ticker.getAsLong();
      if (answered - asked <= SLOWEST_ANSWER.toNanos()) {
        reading = new Reading(answer, answered);
      } else {
        reading = new Reading(last.at().plusNanos(answered - last.nanos()), answered);
      }
      return reading;
    } catch (DataAccessException away) {
      log.debug("The database does not tell its time", away);
      return last;
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new DatabaseClock(database, ticker, other);
  }
}
