package parley.gateway.call;

/// The telephone side of a call refused something or did not answer. A retry can help only when
/// there was no answer.
public abstract class LineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected LineException(String message) {
    super(message);
  }

  protected LineException(String message, Throwable cause) {
    super(message, cause);
  }

  /// What was asked about is not there any more: the caller, or an agent, has hung up.
  public abstract boolean isGone();
}
