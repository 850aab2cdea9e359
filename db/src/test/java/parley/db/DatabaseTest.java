package parley.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.config.Secret;
import parley.db.connection.Database;
import parley.db.connection.DatabaseAddress;
import parley.db.connection.DatabaseException;

class DatabaseTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static String refusal(DatabaseAddress address) {
    var refused =
        assertThrows(DatabaseException.class, () -> Database.open(address, 2, TIMEOUT).close());
    assertFalse(refused.getMessage().contains("hunter2"), "a password in " + refused.getMessage());
    return refused.getMessage();
  }

  private static DatabaseAddress like(DatabaseAddress right, String url) {
    return new DatabaseAddress(url, right.user(), right.password());
  }

  @Test
  void aWrongPasswordIsExplained() {
    DatabaseAddress right = TestDatabase.address();
    String message = refusal(new DatabaseAddress(right.url(), right.user(), new Secret("hunter2")));
    assertTrue(message.contains("refuses the user or the password"), message);
  }

  @Test
  void aMissingDatabaseIsExplained() {
    DatabaseAddress right = TestDatabase.address();
    String message = refusal(like(right, right.url() + "x"));
    assertTrue(message.contains("has no such database"), message);
  }

  @Test
  void aServerThatIsNotThereIsExplained() {
    DatabaseAddress right = TestDatabase.address();
    String message = refusal(like(right, "jdbc:postgresql://127.0.0.1:1/parley?password=hunter2"));
    assertTrue(
        message.startsWith(
            "No PostgreSQL answers for parley at jdbc:postgresql://127.0.0.1:1/parley:"),
        message);
  }

  @Test
  void urlsAreReadAsPeopleWriteThem() {
    assertEquals(
        new DatabaseAddress("jdbc:postgresql://db.example:5433/calls", "anna", new Secret("s3")),
        DatabaseAddress.of("postgres://anna:s3@db.example:5433/calls", "parley", null));
    assertEquals(
        new DatabaseAddress("jdbc:postgresql://db/calls", "parley", null),
        DatabaseAddress.of("jdbc:postgresql://db/calls", "parley", null));
    var refused =
        assertThrows(
            DatabaseException.class,
            () -> DatabaseAddress.of("mysql://root:hunter2@db/calls", "parley", null));
    assertEquals(
        "The database URL must look like jdbc:postgresql://HOST:5432/NAME, but begins with mysql::"
            + " correct database.url.",
        refused.getMessage());
  }

  @Test
  void aSchemaOfANewerParleyIsRefused() {
    var sql = TestDatabase.database().sql();
    sql.execute(
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " values (999, '999', 'future', 'SQL', 'V999__future.sql', 'x', 1, true)");
    try {
      String message = refusal(TestDatabase.address());
      assertTrue(message.contains("brought to version 999 by a newer Parley"), message);
    } finally {
      sql.execute("delete from flyway_schema_history where installed_rank = 999");
    }
  }
}
