package parley.dialogue.sealing;

/// What was sealed cannot be opened, or a key cannot be used. The message holds neither text nor
/// key; a retry cannot help.
public final class SealBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBrokenException(String message, Throwable cause) {
    super(message, cause);
  }

  SealBrokenException(String message) {
    super(message);
  }
}
