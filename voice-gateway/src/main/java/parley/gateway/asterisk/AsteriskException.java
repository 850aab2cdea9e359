package parley.gateway.asterisk;

import org.jspecify.annotations.Nullable;

/// Asterisk cannot be used. The message is one sentence that says what is wrong and what to do; a
/// retry helps only after somebody has done it.
public final class AsteriskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AsteriskException(String message) {
    super(message);
  }

  public AsteriskException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
