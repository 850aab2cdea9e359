package parley.mail.server;

import org.jspecify.annotations.Nullable;

/// A mail server cannot be used now. The message is one sentence for the operator and names no
/// address of a customer. Trying again may help.
public final class ServerFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ServerFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
