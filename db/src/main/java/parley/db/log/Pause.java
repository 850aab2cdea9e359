package parley.db.log;

import java.time.Duration;

/// Waits, in tests without time passing.
@FunctionalInterface
interface Pause {

  Pause REAL = Thread::sleep;

  void last(Duration duration) throws InterruptedException;
}
