package parley.server.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import parley.config.Settings;
import parley.db.DatabaseProbe;
import parley.db.connection.DatabaseException;

/// The database, and what waits on disk to be written to it.
final class DatabaseChecks {

  private DatabaseChecks() {}

  static List<Finding> database(Settings settings, boolean running) {
    try {
      return List.of(
          DatabaseProbe.ask(settings.database(), settings.state())
              .map(answer -> Finding.ok("database", answer))
              .orElseGet(() ->
                  running
                      ? Finding.fail(
                          "database",
                          "the embedded PostgreSQL does not run though Parley does",
                          "calls go on and are logged to the spool; restart Parley when it does not come back"
                              + " within a minute")
                      : Finding.ok(
                          "database", "the embedded PostgreSQL, which ./parley up starts")));
    } catch (DatabaseException broken) {
      return List.of(
          Finding.fail(
              "database",
              String.valueOf(broken.getMessage()),
              "correct database.url, database.user and the password"));
    }
  }

  static List<Finding> spool(Settings settings) {
    Path folder = settings.state().resolve("spool");
    long waiting = bytes(folder, "entries-");
    long rejected = bytes(folder, "rejected");
    if (rejected > 0) {
      return List.of(
          Finding.warn(
              "spool",
              "the database has refused entries of the call log",
              "look at " + folder.resolve("rejected.jsonl") + ", then move it away"));
    }
    return List.of(
        waiting == 0
            ? Finding.ok("spool", "no entry of the call log waits for the database")
            : Finding.warn(
                "spool",
                waiting + " bytes of the call log wait for the database",
                "nothing to do when it is back: they are written then"));
  }

  private static long bytes(Path folder, String prefix) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be read", unreadable);
    }
  }
}
