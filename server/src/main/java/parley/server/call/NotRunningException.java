package parley.server.call;

/// Parley, its Asterisk or its database does not run. The message is one sentence for the operator,
/// with what to do.
public final class NotRunningException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotRunningException(String message) {
    super(message);
  }

  public NotRunningException(String message, Throwable cause) {
    super(message, cause);
  }
}
