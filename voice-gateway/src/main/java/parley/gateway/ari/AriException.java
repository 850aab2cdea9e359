package parley.gateway.ari;

import parley.gateway.call.LineException;

/// Asterisk refused or did not answer an ARI request. `status` is the HTTP status, 0 when there was
/// no answer; only then can a retry help.
public final class AriException extends LineException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public AriException(int status, String message) {
    super(message);
    this.status = status;
  }

  public AriException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  public int status() {
    return status;
  }

  /// The channel or bridge is gone already: for a release this is success.
  @Override
  public boolean isGone() {
    return status == 404;
  }
}
