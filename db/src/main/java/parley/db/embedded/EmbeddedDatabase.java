package parley.db.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Secret;
import parley.db.connection.DatabaseAddress;
import parley.db.connection.DatabaseException;

/// The PostgreSQL that Parley brings and runs itself, for sites that have none. Its data and
/// programs live in the folder `postgres` below the state folder, its password in the folder
/// `secrets`. It listens on the loopback address only.
///
/// One Parley at a time runs it; other Parley commands [#attach] to it. A server that an earlier
/// Parley left behind when it was killed is stopped in order and started again, so that the
/// settings in force are always ours. A server that dies is started again.
///
/// Thread: any.
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String NAME = "parley";

  private final PostgresServer server;
  private final FolderLock lock;
  private final DatabaseAddress address;
  private final Revival revival;

  private EmbeddedDatabase(PostgresServer server, FolderLock lock, int port, Secret password) {
    this.server = server;
    this.lock = lock;
    this.address = address(port, password);
    this.revival = new Revival(server, port);
  }

  /// Starts it, and makes it on the first run. Takes about a second warm, some seconds cold.
  ///
  /// @param port 0 for any free one; the one of the last time is taken again when it is free
  public static EmbeddedDatabase start(Path state, int port) {
    PostgresFolder folder = PostgresFolder.createBelow(state);
    FolderLock lock = FolderLock.take(folder.lock());
    PostgresServer server = null;
    try {
      server = new PostgresServer(folder, Account.current(), Installation.in(folder));
      Secret password = prepare(folder, server);
      int usual = AddressFile.port(folder).orElse(0);
      int taken = server.start(port, usual);
      makeDatabase(taken, password);
      AddressFile.write(folder, taken);
      EmbeddedDatabase database = new EmbeddedDatabase(server, lock, taken, password);
      database.revival.start();
      return database;
    } catch (RuntimeException e) {
      if (server != null) {
        server.stop();
      }
      lock.close();
      throw e;
    }
  }

  /// The one that another Parley process runs on this state folder, if one does.
  public static Optional<DatabaseAddress> attach(Path state) {
    PostgresFolder folder = PostgresFolder.below(state);
    if (!folder.hasData() || folder.runningServer().isEmpty()) {
      return Optional.empty();
    }
    return AddressFile.port(folder).stream()
        .mapToObj(port -> address(port, ServerPassword.of(folder)))
        .findFirst();
  }

  /// Whether there is anything to read, running or not.
  public static boolean exists(Path state) {
    return PostgresFolder.below(state).hasData();
  }

  public DatabaseAddress address() {
    return address;
  }

  /// The server's process number; empty while it is down.
  public OptionalLong pid() {
    return server.pid();
  }

  /// Stops the server and waits until it has ended.
  @Override
  public void close() {
    revival.close();
    server.stop();
    lock.close();
  }

  private static Secret prepare(PostgresFolder folder, PostgresServer server) {
    server.own();
    folder.check(server.majorVersion());
    Secret password = ServerPassword.of(folder);
    if (!folder.hasData()) {
      server.initialize(password);
    }
    OptionalLong left = server.pid();
    if (left.isPresent()) {
      LOG.info(
          "A Parley that was killed left its PostgreSQL running (process {}): restarting it",
          left.getAsLong());
      server.stop();
    }
    return password;
  }

  private static DatabaseAddress address(int port, Secret password) {
    return new DatabaseAddress(url(port, NAME), NAME, password);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Parley's own role owns its database and nothing else: a statement gone wrong cannot reach the
  /// server's files as the superuser's could.
  private static void makeDatabase(int port, Secret password) {
    try (Connection connection =
            DriverManager.getConnection(
                url(port, PostgresServer.SUPERUSER), PostgresServer.SUPERUSER, password.reveal());
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
        statement.execute("create role " + NAME + " login password '" + password.reveal() + "'");
      }
      if (!exists(statement, "select from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          "The embedded PostgreSQL does not accept its own password: the file postgres-password does"
              + " not belong to this data; put the right one back, or move the data away.",
          e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
