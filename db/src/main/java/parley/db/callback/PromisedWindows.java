package parley.db.callback;

import static org.jooq.impl.DSL.inline;
import static parley.db.jooq.Tables.CALLBACK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.window.Load;

/// How much is promised when, as it was some seconds ago: a conversation asks hundreds of times for
/// one wish, and must not wait for a database each time. When the database is away, what was known
/// counts. Thread: any; one at a time asks the database, the others take what is there.
public final class PromisedWindows implements Load.Promised {

  private static final Logger LOG = LoggerFactory.getLogger(PromisedWindows.class);
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int SECONDS_AT_MOST = 1;

  /// So many calls are promised for one window of a queue.
  private record Promised(String queue, Instant from, Instant until, int calls) {}

  /// @param at when it was so
  private record Seen(Instant at, List<Promised> windows) {}

  private final DSLContext sql;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Seen seen = new Seen(Instant.MIN, List.of());

  public PromisedWindows(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public int count(String queue, Instant from, Instant until) {
    return fresh().stream()
        .filter(window -> window.queue().equals(queue))
        .filter(window -> window.from().isBefore(until) && from.isBefore(window.until()))
        .mapToInt(Promised::calls)
        .sum();
  }

  private List<Promised> fresh() {
    Instant now = clock.instant();
    if (seen.at().isBefore(now.minus(FRESH)) && asking.tryLock()) {
      try {
        seen = new Seen(now, read(now));
      } catch (RuntimeException e) {
        LOG.warn("What is promised could not be counted ({})", e.getClass().getSimpleName());
        seen = new Seen(now, seen.windows());
      } finally {
        asking.unlock();
      }
    }
    return seen.windows();
  }

  private List<Promised> read(Instant now) {
    return sql.select(CALLBACK.QUEUE, CALLBACK.WINDOW_FROM, CALLBACK.WINDOW_UNTIL, DSL.count())
        .from(CALLBACK)
        .where(CALLBACK.STATE.eq(inline("WAITING")))
        .and(CALLBACK.WINDOW_UNTIL.gt(now))
        .groupBy(CALLBACK.QUEUE, CALLBACK.WINDOW_FROM, CALLBACK.WINDOW_UNTIL)
        .queryTimeout(SECONDS_AT_MOST)
        .fetch(row -> new Promised(row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
