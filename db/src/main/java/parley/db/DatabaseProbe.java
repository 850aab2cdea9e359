package parley.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import parley.config.Settings;
import parley.db.connection.DatabaseAddress;
import parley.db.connection.DatabaseException;
import parley.db.embedded.EmbeddedDatabase;

/// Looks whether the database can be used, for `doctor`. Changes nothing: no tables are made and no
/// server is started.
public final class DatabaseProbe {

  private static final int OLDEST = 15;
  private static final String SECONDS = "3";

  private DatabaseProbe() {}

  /// One sentence about the database that answers; empty when it is the embedded one and does not
  /// run.
  ///
  /// @throws DatabaseException with one sentence when it cannot be used
  public static Optional<String> ask(Settings.Database settings, Path state) {
    if (settings.url() != null) {
      return Optional.of(ask(DatabaseParts.external(settings)));
    }
    return EmbeddedDatabase.attach(state).map(DatabaseProbe::ask);
  }

  private static String ask(DatabaseAddress address) {
    Properties login = new Properties();
    login.setProperty("user", address.user());
    if (address.password() != null) {
      login.setProperty("password", address.password().reveal());
    }
    login.setProperty("connectTimeout", SECONDS);
    login.setProperty("loginTimeout", SECONDS);
    login.setProperty("socketTimeout", SECONDS);
    try (Connection connection = DriverManager.getConnection(address.url(), login)) {
      DatabaseMetaData server = connection.getMetaData();
      if (server.getDatabaseMajorVersion() < OLDEST) {
        throw new DatabaseException(
            "PostgreSQL %s at %s is too old: Parley needs %d or newer."
                .formatted(server.getDatabaseProductVersion(), address.shown(), OLDEST));
      }
      return "PostgreSQL %s answers at %s"
          .formatted(server.getDatabaseProductVersion(), address.shown());
    } catch (SQLException failed) {
      throw new DatabaseException(
          "%s cannot be reached as %s (%s): check that PostgreSQL runs there and lets this user in."
              .formatted(address.shown(), address.user(), reason(failed)),
          failed);
    }
  }

  private static String reason(SQLException failed) {
    String message = String.valueOf(failed.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
