package parley.speech.audio;

/// A file that was to be a WAV is none, or cannot be read. The message is one sentence for the
/// person who named the file: the file, what was found, what is expected.
public final class WavException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WavException(String message) {
    super(message);
  }

  public WavException(String message, Throwable cause) {
    super(message, cause);
  }
}
