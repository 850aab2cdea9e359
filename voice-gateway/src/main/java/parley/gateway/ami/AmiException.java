package parley.gateway.ami;

/// Asterisk's manager interface refused a request or did not answer. A retry can help only when
/// there was no answer.
public final class AmiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AmiException(String message) {
    super(message);
  }

  public AmiException(String message, Throwable cause) {
    super(message, cause);
  }
}
