package parley.callback.feed;

/// A calendar's feed cannot be read now; a retry may help. The message is one sentence for the
/// operator.
public final class FeedException extends Exception {
  private static final long serialVersionUID = 1;

  public FeedException(String message) {
    super(message);
  }

  public FeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
