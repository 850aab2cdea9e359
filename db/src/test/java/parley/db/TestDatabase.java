package parley.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import parley.db.connection.Database;
import parley.db.connection.DatabaseAddress;
import parley.db.embedded.EmbeddedDatabase;

/// The one embedded PostgreSQL that the tests of a JVM share, with its schema. Each test writes
/// calls of its own.
public final class TestDatabase {

  private static final int CONNECTIONS = 8;
  private static final Path STATE = temporaryFolder();
  private static final EmbeddedDatabase SERVER = EmbeddedDatabase.start(STATE, 0);
  private static final Database DATABASE =
      Database.open(SERVER.address(), CONNECTIONS, Duration.ofSeconds(5));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stop));
  }

  private TestDatabase() {}

  public static Database database() {
    return DATABASE;
  }

  public static EmbeddedDatabase server() {
    return SERVER;
  }

  public static DatabaseAddress address() {
    return SERVER.address();
  }

  public static Path state() {
    return STATE;
  }

  public static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("parley-db-test").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop() {
    DATABASE.close();
    SERVER.close();
    delete(STATE);
  }

  public static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
