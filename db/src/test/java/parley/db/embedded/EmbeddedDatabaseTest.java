package parley.db.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.config.Secret;
import parley.db.TestDatabase;
import parley.db.connection.DatabaseAddress;
import parley.db.connection.DatabaseException;

/// Starts servers of its own, because it kills them.
@Tag("long")
class EmbeddedDatabaseTest {

  // Shared where a test does not need an empty one: making a database takes seconds.
  private static final Path USED = TestDatabase.temporaryFolder();
  private final Path empty = TestDatabase.temporaryFolder();

  @AfterEach
  void removeEmpty() {
    TestDatabase.delete(empty);
  }

  @AfterAll
  static void removeUsed() {
    TestDatabase.delete(USED);
  }

  @Test
  void startsColdAndWarmOnTheSamePortAndKeepsItsData() throws SQLException {
    long before = System.nanoTime();
    DatabaseAddress first;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(empty, 0)) {
      print("cold start", before);
      first = database.address();
      execute(first, "create table kept as select 42 as answer");
      before = System.nanoTime();
    }
    print("stop", before);
    before = System.nanoTime();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(empty, 0)) {
      print("warm start", before);
      assertEquals(first, database.address());
      assertEquals("42", query(first, "select answer from kept"));
    }
    assertTrue(EmbeddedDatabase.attach(empty).isEmpty());
  }

  @Test
  void isDurableAndOpensOnlyWithThePassword() throws SQLException, IOException {
    DatabaseAddress address = TestDatabase.address();
    assertEquals("on", query(address, "show fsync"));
    assertEquals("on", query(address, "show synchronous_commit"));
    assertEquals("127.0.0.1", query(address, "show listen_addresses"));
    assertEquals(
        "false",
        query(address, "select rolsuper::text from pg_roles where rolname = current_user"));
    var wrong = new DatabaseAddress(address.url(), address.user(), new Secret("wrong"));
    assertThrows(SQLException.class, () -> query(wrong, "select 1"));
    Path password = TestDatabase.state().resolve("secrets").resolve("postgres-password");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
  }

  @Test
  void otherProcessesFindTheRunningServer() throws SQLException {
    DatabaseAddress found = EmbeddedDatabase.attach(TestDatabase.state()).orElseThrow();
    assertEquals(TestDatabase.address(), found);
    assertEquals("1", query(found, "select 1"));
  }

  @Test
  void aServerThatDiesIsStartedAgain() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(USED, 0)) {
      long pid = database.pid().orElseThrow();
      ProcessHandle killed = ProcessHandle.of(pid).orElseThrow();
      killed.destroyForcibly();
      killed.onExit().get(10, TimeUnit.SECONDS);
      eventually(() -> !database.pid().equals(OptionalLong.of(pid)) && answers(database.address()));
    }
  }

  @Test
  void aServerLeftBehindByAKilledParleyIsTakenOver() throws Exception {
    Process parley = ChildProcess.start(USED);
    DatabaseAddress left = EmbeddedDatabase.attach(USED).orElseThrow();
    execute(left, "create table taken_over as select 7 as answer");
    parley.destroyForcibly().waitFor();
    assertTrue(answers(left), "a hard exit leaves the server");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(USED, 0)) {
      assertEquals("7", query(database.address(), "select answer from taken_over"));
    }
    assertFalse(answers(left));
  }

  @Test
  void aSecondParleyOnTheSameFolderIsRefused() throws Exception {
    Process parley = ChildProcess.start(USED);
    var refused = assertThrows(DatabaseException.class, () -> EmbeddedDatabase.start(USED, 0));
    assertTrue(
        refused.getMessage().startsWith("Another Parley (process " + parley.pid() + ")"),
        refused.getMessage());
    parley.destroyForcibly().waitFor();
    EmbeddedDatabase.start(USED, 0).close();
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      var refused = assertThrows(DatabaseException.class, () -> EmbeddedDatabase.start(USED, port));
      assertTrue(
          refused.getMessage().startsWith("Port " + port + ", set for the embedded PostgreSQL"),
          refused.getMessage());
    }
  }

  @Test
  void dataOfAnotherVersionOrOwnerIsLeftAlone() throws IOException {
    Path data = Files.createDirectories(empty.resolve("postgres").resolve("data"));
    Files.writeString(data.resolve("holiday.txt"), "mine");
    var foreign = assertThrows(DatabaseException.class, () -> EmbeddedDatabase.start(empty, 0));
    assertTrue(foreign.getMessage().contains("holds files but no PostgreSQL data"));

    Files.writeString(data.resolve("PG_VERSION"), "14\n");
    var old = assertThrows(DatabaseException.class, () -> EmbeddedDatabase.start(empty, 0));
    assertTrue(old.getMessage().contains("was written by PostgreSQL 14"), old.getMessage());
    assertEquals("mine", Files.readString(data.resolve("holiday.txt")));
  }

  @Test
  void aLostPasswordIsExplained() throws IOException {
    EmbeddedDatabase.start(USED, 0).close();
    Path password = USED.resolve("secrets").resolve("postgres-password");
    String kept = Files.readString(password);
    Files.delete(password);
    var refused = assertThrows(DatabaseException.class, () -> EmbeddedDatabase.start(USED, 0));
    Files.writeString(password, kept);
    assertTrue(refused.getMessage().contains("password is missing"), refused.getMessage());
  }

  @Test
  void aStaleProcessNumberOfSomeOtherProgramHarmsNobody() throws Exception {
    EmbeddedDatabase.start(USED, 0).close();
    Process innocent = new ProcessBuilder("sleep", "60").start();
    Files.writeString(
        USED.resolve("postgres").resolve("data").resolve("postmaster.pid"), innocent.pid() + "\n");
    EmbeddedDatabase.start(USED, 0).close();
    assertTrue(innocent.isAlive());
    innocent.destroyForcibly().waitFor();
  }

  /// Nothing tells when a server is back: it is asked, with pauses, until a deadline.
  private static void eventually(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "within 20 s");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private static void print(String what, long since) {
    System.out.printf("%s: %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
  }

  private static boolean answers(DatabaseAddress address) {
    try {
      return query(address, "select 1").equals("1");
    } catch (SQLException e) {
      return false;
    }
  }

  private static void execute(DatabaseAddress address, String statement) throws SQLException {
    try (Connection connection = connect(address);
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  private static String query(DatabaseAddress address, String query) throws SQLException {
    try (Connection connection = connect(address);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Secret password = address.password();
    return DriverManager.getConnection(
        address.url(), address.user(), password == null ? "" : password.reveal());
  }
}
