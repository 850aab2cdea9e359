package parley.speech.adapt;

import org.jspecify.annotations.Nullable;

/// A speech model could not be given a site's words. The message is one sentence for the operator;
/// the model itself is as it was.
public final class AdaptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AdaptException(String message) {
    super(message);
  }

  public AdaptException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
