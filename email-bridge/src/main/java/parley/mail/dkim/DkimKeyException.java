package parley.mail.dkim;

/// A private key cannot be used. The message is one sentence for the operator and holds nothing of
/// the key. Trying again does not help.
public final class DkimKeyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DkimKeyException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
