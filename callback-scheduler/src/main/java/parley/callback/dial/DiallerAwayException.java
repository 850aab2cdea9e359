package parley.callback.dial;

/// Asterisk could not be asked. May be tried again with the same attempt, which is dialled at most
/// once.
public final class DiallerAwayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DiallerAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
