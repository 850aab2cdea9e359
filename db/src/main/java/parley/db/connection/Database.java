package parley.db.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/// The pool of connections, on a schema that is as this Parley needs it.
///
/// Thread: any. The number of statements at once is the pool's size; who waits for a connection
/// longer than the timeout gets an exception.
public final class Database implements AutoCloseable {

  // The least that the pool accepts.
  private static final Duration LEAST_TIMEOUT = Duration.ofMillis(250);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  // For a list over years of calls; the log's writes have their own, shorter deadline.
  private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(20);

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final HikariDataSource pool;
  private final DSLContext sql;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    // jOOQ would log statements with their values, which are what callers said.
    this.sql = DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false));
  }

  /// Connects once, brings the schema up to date and opens the pool.
  ///
  /// @param timeout how long anyone waits for a connection
  public static Database open(DatabaseAddress address, int poolSize, Duration timeout) {
    PGSimpleDataSource single = source(address);
    Schema.prepare(single, address);
    return new Database(pool(address, poolSize, timeout));
  }

  public DSLContext sql() {
    return sql;
  }

  /// The pool itself, for a library that has its own statements.
  public DataSource source() {
    return pool;
  }

  /// Whether the database answers now.
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid((int) CONNECT_TIMEOUT.toSeconds());
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariDataSource pool(DatabaseAddress address, int size, Duration timeout) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("parley-db");
    config.setDataSource(limited(source(address)));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(2, size));
    long wait = Math.max(timeout.toMillis(), LEAST_TIMEOUT.toMillis());
    config.setConnectionTimeout(wait);
    config.setValidationTimeout(Math.max(wait / 2, LEAST_TIMEOUT.toMillis()));
    config.setInitializationFailTimeout(-1);
    config.setConnectionInitSql("set statement_timeout = " + LONGEST_STATEMENT.toMillis());
    return new HikariDataSource(config);
  }

  private static DataSource limited(PGSimpleDataSource source) {
    // A server that is frozen or behind a dead network never answers: give up when the longest
    // statement should have ended.
    source.setSocketTimeout((int) LONGEST_STATEMENT.toSeconds() + 2);
    source.setTcpKeepAlive(true);
    return source;
  }

  private static PGSimpleDataSource source(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(address.url());
    } catch (IllegalArgumentException e) {
      throw new DatabaseException(
          "The database URL "
              + address.shown()
              + " cannot be read: it must look like jdbc:postgresql://HOST:5432/NAME.");
    }
    source.setUser(address.user());
    if (address.password() != null) {
      source.setPassword(address.password().reveal());
    }
    source.setApplicationName("parley");
    source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
    // The details of an error repeat the row, which is what a caller said.
    source.setLogServerErrorDetail(false);
    return source;
  }
}
