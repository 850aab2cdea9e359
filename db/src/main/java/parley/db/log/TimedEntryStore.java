package parley.db.log;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.dialogue.log.LogEntry;

/// Bounds how long a call's thread waits for another store, also when the network is dead and no
/// error comes. A store that is too late may still keep the entry; a second write of it is
/// harmless.
///
/// An interrupt does not shorten the wait, and is kept for the caller: a call's last entries are
/// written while its thread is being stopped.
final class TimedEntryStore implements EntryStore {

  private final EntryStore store;
  private final Duration timeout;

  TimedEntryStore(EntryStore store, Duration timeout) {
    this.store = store;
    this.timeout = timeout;
  }

  @Override
  public Stored store(LogEntry entry) {
    FutureTask<Stored> task = new FutureTask<>(() -> store.store(entry));
    Thread.ofVirtual().name("log-write").start(task);
    boolean interrupted = Thread.interrupted();
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (true) {
        try {
          return task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      // The interrupt closes the connection that hangs.
      task.cancel(true);
      return new Away("no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return new Away(e.getCause() == null ? "unknown" : e.getCause().getClass().getSimpleName());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
