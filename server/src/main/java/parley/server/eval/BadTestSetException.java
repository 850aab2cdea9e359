package parley.server.eval;

/// A test set, or what it is to be measured with, cannot be used. The message is one sentence for
/// the operator.
public final class BadTestSetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadTestSetException(String message) {
    super(message);
  }
}
