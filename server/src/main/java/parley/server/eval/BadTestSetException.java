package parley.server.eval;

/// A list of recordings cannot be used. The message is one sentence for the operator.
final class BadTestSetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadTestSetException(String message) {
    super(message);
  }
}
