package parley.db.log;

import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import parley.dialogue.log.LogEntry;

/// Writes entries to PostgreSQL, each in one transaction.
final class JooqEntryStore implements EntryStore {

  private static final String MISSING_PARENT = "23503";

  private final DSLContext sql;

  JooqEntryStore(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Stored store(LogEntry entry) {
    Stored first = attempt(() -> EntryRows.insert(sql, entry));
    if (entry instanceof LogEntry.Concluded && isOrphan(first)) {
      // It was read from the database a moment ago: its customer has been forgotten since.
      return Stored.KEPT;
    }
    // An entry whose call has not been written: its start was rejected or is yet to come. Rare, so
    // that the common way stays at one statement.
    return isOrphan(first)
        ? attempt(() ->
            sql.transaction(transaction -> {
              CallRows.ensure(transaction.dsl(), entry);
              EntryRows.insert(transaction.dsl(), entry);
            }))
        : first;
  }

  private static boolean isOrphan(Stored stored) {
    return stored instanceof Rejected rejected && rejected.reason().startsWith(MISSING_PARENT);
  }

  private static Stored attempt(Runnable write) {
    try {
      write.run();
      return Stored.KEPT;
    } catch (DataAccessException e) {
      return judge(e);
    }
  }

  /// Only a fault of the row itself (class 22: data, 23: constraint) is final. Everything else, a
  /// missing table included, may be put right while the entry waits.
  private static Stored judge(DataAccessException fault) {
    String state = fault.sqlState();
    return state.startsWith("22") || state.startsWith("23")
        ? new Rejected(state + constraint(fault))
        : new Away("SQL state " + state);
  }

  private static String constraint(DataAccessException fault) {
    SQLException cause = fault.getCause(SQLException.class);
    ServerErrorMessage message =
        cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    return message == null || message.getConstraint() == null ? "" : " " + message.getConstraint();
  }
}
