package parley.speech.recognize;

/// The recognizer or its model cannot work. The message says what was wrong and what to do; it
/// never contains words that were heard. Opening a new stream may help when the cause was the
/// native library, and does not when it was the model.
public final class RecognitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RecognitionException(String message) {
    super(message);
  }

  public RecognitionException(String message, Throwable cause) {
    super(message, cause);
  }
}
