package parley.server.start;

import org.jspecify.annotations.Nullable;

/// A part could not be started, and what had been started is stopped again. The message is one
/// sentence with the remedy.
public final class StartFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
