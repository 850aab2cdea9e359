package parley.db.embedded;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.db.connection.DatabaseException;

/// Looks after the running server: one that dies (out of memory, killed) is started again on its
/// port. Meanwhile the call log goes to the spool.
final class Revival implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final PostgresServer server;
  private final int port;
  private final Thread thread;

  Revival(PostgresServer server, int port) {
    this.server = server;
    this.port = port;
    this.thread = Thread.ofVirtual().name("postgres-revival").unstarted(this::watch);
  }

  void start() {
    thread.start();
  }

  private void watch() {
    Duration pause = BETWEEN_LOOKS;
    try {
      while (true) {
        Thread.sleep(pause);
        pause = server.pid().isPresent() || revived() ? BETWEEN_LOOKS : longer(pause);
      }
    } catch (InterruptedException e) {
      // The database is being closed.
    }
  }

  private boolean revived() {
    try {
      LOG.warn("The embedded PostgreSQL has ended by itself: starting it again");
      server.start(port, port);
      return true;
    } catch (DatabaseException e) {
      LOG.error("{}", e.getMessage());
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      // A start in progress ends before the stop that follows.
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
