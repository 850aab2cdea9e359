package parley.db.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.db.log.EntryStore.Away;
import parley.db.log.EntryStore.Kept;
import parley.db.log.EntryStore.Rejected;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;

/// The call log: PostgreSQL, and a spool on disk while that is away.
///
/// After one failure no call waits for the database any more: every entry goes to the spool, behind
/// those already there, until [SpoolDrain] has brought all of them to the database. So the order of
/// a call's entries is kept, and an entry that is written twice is recognized by its id.
///
/// Thread: any. A write takes at most the timeout and one write to disk.
public final class SpoolingConversationLog implements ConversationLog, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolingConversationLog.class);

  private final EntryStore store;
  private final Spool spool;
  private final SpoolDrain drain;

  /// Guards the switch between database and spool.
  private final Object mode = new Object();

  private boolean spooling;

  SpoolingConversationLog(EntryStore store, Spool spool, Pause pause) {
    this.store = store;
    this.spool = spool;
    this.spooling = !spool.isEmpty();
    this.drain = new SpoolDrain(store, spool, this::switchBack, pause);
    if (spooling) {
      LOG.info("Entries of the call log wait on disk from an earlier run");
      drain.wake();
    }
    drain.start();
  }

  /// @param folder the spool's
  /// @param timeout how long a write waits for the database
  public static SpoolingConversationLog open(DSLContext sql, Path folder, Duration timeout) {
    try {
      EntryJson.warmUp();
      return new SpoolingConversationLog(
          new TimedEntryStore(new JooqEntryStore(sql), timeout), Spool.open(folder), Pause.REAL);
    } catch (IOException e) {
      throw new UncheckedIOException("The spool folder " + folder + " cannot be used", e);
    }
  }

  @Override
  public void write(LogEntry entry) {
    if (isSpooling()) {
      spool(entry);
      return;
    }
    switch (store.store(entry)) {
      case Kept _ -> {}
      case Rejected rejected -> drain.reject(rejected.reason(), entry);
      case Away away -> {
        LOG.warn("The database is away ({}): the call log goes to the spool", away.reason());
        spool(entry);
      }
    }
  }

  /// Whether entries wait on disk for the database.
  public boolean isSpooling() {
    synchronized (mode) {
      return spooling;
    }
  }

  private void spool(LogEntry entry) {
    try {
      synchronized (mode) {
        spool.append(entry);
        spooling = true;
      }
      drain.wake();
    } catch (IOException e) {
      lastResort(entry, e);
    }
  }

  /// Out of order is better than lost.
  private void lastResort(LogEntry entry, IOException fault) {
    LOG.error("The spool cannot be written ({}): free or repair its disk", fault.getMessage());
    if (!(store.store(entry) instanceof Kept)) {
      throw new UncheckedIOException("Neither database nor spool took a log entry", fault);
    }
  }

  /// Back to the database, unless something was spooled since the drain looked.
  private boolean switchBack() {
    synchronized (mode) {
      spooling = !spool.isEmpty();
      return !spooling;
    }
  }

  /// Brings to the database what it takes at once; the rest waits on disk for the next start.
  @Override
  public void close() {
    drain.close();
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
