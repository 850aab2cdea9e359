package parley.db.connection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/// Checks the server and brings the schema up to this Parley's version.
final class Schema {

  private static final int OLDEST_SERVER = 15;

  private Schema() {}

  static void prepare(DataSource source, DatabaseAddress address) {
    checkServer(source, address);
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:db/migration")
            .load();
    try {
      refuseNewer(flyway, address);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new DatabaseException(
          "The tables in the database %s cannot be brought up to date: %s"
              .formatted(address, firstLine(e)),
          e);
    }
  }

  private static void checkServer(DataSource source, DatabaseAddress address) {
    try (Connection connection = source.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST_SERVER) {
        throw new DatabaseException(
            "The database %s is a PostgreSQL %d, and Parley needs %d or newer: upgrade it, or leave database.url empty for the one that Parley brings."
                .formatted(address, version, OLDEST_SERVER));
      }
    } catch (SQLException e) {
      throw new DatabaseException(explain(e, address), e);
    }
  }

  /// An older Parley on a newer schema would write rows that the newer one does not expect.
  private static void refuseNewer(Flyway flyway, DatabaseAddress address) {
    for (MigrationInfo migration : flyway.info().applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS
          || migration.getState() == MigrationState.FUTURE_FAILED) {
        throw new DatabaseException(
            "The database %s was brought to version %s by a newer Parley, which this one does not know: run that Parley, or restore a backup from before."
                .formatted(address, migration.getVersion()));
      }
    }
  }

  private static String explain(SQLException fault, DatabaseAddress address) {
    String state = fault.getSQLState() == null ? "" : fault.getSQLState();
    if (state.startsWith("28")) {
      return "The database %s refuses the user or the password: correct database.user and database.password."
          .formatted(address);
    }
    if (state.equals("3D000")) {
      return "The server of %s runs, but has no such database: create it (createdb), or correct database.url."
          .formatted(address);
    }
    if (state.startsWith("08")) {
      return "No PostgreSQL answers for %s: start it, or correct database.url.".formatted(address);
    }
    return "The database %s cannot be used now (SQL state %s): see its own log."
        .formatted(address, state);
  }

  private static String firstLine(FlywayException fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }
}
