package parley.speech.install;

import org.jspecify.annotations.Nullable;

/// A model could not be installed, or the list of models not be read. The message is one sentence
/// that says what to do. Where the same command can go on from what was fetched, it says so.
public class InstallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InstallException(String message) {
    super(message);
  }

  InstallException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
