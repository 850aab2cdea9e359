package parley.db.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.db.log.EntryStore.Away;
import parley.db.log.EntryStore.Kept;
import parley.db.log.EntryStore.Rejected;
import parley.db.log.EntryStore.Stored;
import parley.dialogue.log.LogEntry;

/// Brings spooled entries to the database, in order, on a thread of its own, with growing pauses
/// while the database is away. A file is deleted when all of it is there; a crash in between only
/// means that its entries are offered again.
final class SpoolDrain implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final EntryStore store;
  private final Spool spool;
  private final BooleanSupplier switchBack;
  private final Pause pause;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("spool-drain").unstarted(this::run);

  /// @param switchBack called when the spool seems empty; true when it really was
  SpoolDrain(EntryStore store, Spool spool, BooleanSupplier switchBack, Pause pause) {
    this.store = store;
    this.spool = spool;
    this.switchBack = switchBack;
    this.pause = pause;
  }

  void start() {
    thread.start();
  }

  /// Says that something was spooled.
  void wake() {
    work.release();
  }

  private void run() {
    try {
      while (true) {
        work.acquire();
        Duration wait = FIRST_PAUSE;
        while (!drain()) {
          pause.last(wait);
          wait = longer(wait);
        }
        work.drainPermits();
        // Something may have been spooled between the drain and the line above.
        if (!spool.isEmpty()) {
          wake();
        }
      }
    } catch (InterruptedException e) {
      // The log is being closed.
    }
  }

  /// True when the spool is empty and the log writes to the database again.
  boolean drain() {
    try {
      int kept = 0;
      for (Path file = spool.oldest(); file != null; file = spool.oldest()) {
        int more = drain(file);
        if (more < 0) {
          return false;
        }
        kept += more;
        spool.remove(file);
      }
      if (switchBack.getAsBoolean()) {
        LOG.info("The call log is complete again: {} entries came from the spool", kept);
        return true;
      }
      return false;
    } catch (IOException e) {
      LOG.error("The spool cannot be read: {}", e.getMessage());
      return false;
    }
  }

  /// How many entries of the file were kept, or -1 when the database is away.
  private int drain(Path file) throws IOException {
    int kept = 0;
    for (Spool.Line line : Spool.read(file)) {
      Optional<LogEntry> entry = EntryJson.read(line.text());
      if (entry.isEmpty()) {
        rejectLine(line);
        continue;
      }
      Stored stored = store.store(entry.get());
      switch (stored) {
        case Kept _ -> kept++;
        case Rejected rejected -> reject(rejected.reason(), entry.get());
        case Away _ -> {
          return -1;
        }
      }
    }
    return kept;
  }

  private void rejectLine(Spool.Line line) throws IOException {
    String reason =
        line.cutOff()
            ? "cut off: the process ended while it wrote this entry"
            : "unreadable: not an entry of this version";
    LOG.warn("A spooled entry is set aside in rejected.jsonl ({})", reason);
    spool.reject(reason, line.text());
  }

  /// Sets aside an entry that the database will never take.
  void reject(String reason, LogEntry entry) {
    LOG.error(
        "The database refuses a {} ({}): it is kept in rejected.jsonl",
        entry.getClass().getSimpleName(),
        reason);
    try {
      spool.reject(reason, EntryJson.write(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("A refused log entry could not be set aside", e);
    }
  }

  private static Duration longer(Duration wait) {
    Duration doubled = wait.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!spool.isEmpty() && !drain()) {
      LOG.warn("Entries of the call log wait on disk for the next start");
    }
  }
}
