package parley.speech.synthesize;

/// A sentence could not be spoken. The message never contains the sentence.
public final class SynthesisException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SynthesisException(String message) {
    super(message);
  }

  public SynthesisException(String message, Throwable cause) {
    super(message, cause);
  }
}
