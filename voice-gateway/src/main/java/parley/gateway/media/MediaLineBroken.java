package parley.gateway.media;

/// The audio line of a call does not work any more. A retry does not help; the call goes on in the
/// dialplan.
public final class MediaLineBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MediaLineBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
