package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/// One time for all nodes.
class DatabaseClockTest {

  private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

  private final AtomicLong ticks = new AtomicLong(5);
  private final AtomicReference<Instant> database = new AtomicReference<>(NOON);
  private boolean away;
  private final DatabaseClock clock = new DatabaseClock(this::ask, ticks::get, ZoneOffset.UTC);

  private Instant ask() {
    if (away) {
      throw new DataAccessException("away");
    }
    return Objects.requireNonNull(database.get());
  }

  private void pass(Duration time) {
    ticks.addAndGet(time.toNanos());
  }

  @Test
  void theDatabasesTimeIsCountedOn() {
    pass(Duration.ofSeconds(3));
    assertEquals(NOON.plusSeconds(3), clock.instant());
  }

  @Test
  void aStepOfTheDatabasesClockIsFollowedWithinSeconds() {
    database.set(NOON.minusSeconds(600));
    pass(Duration.ofSeconds(11));
    assertEquals(NOON.minusSeconds(600), clock.instant());
  }

  @Test
  void whileTheDatabaseIsAwayTimeGoesOn() {
    away = true;
    pass(Duration.ofSeconds(60));
    assertEquals(NOON.plusSeconds(60), clock.instant());
  }
}
