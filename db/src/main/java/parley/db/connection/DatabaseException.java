package parley.db.connection;

import org.jspecify.annotations.Nullable;

/// The database cannot be used as things are. The message is one sentence for the operator: what is
/// wrong, where, and what to do. Trying again without a change does not help.
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
