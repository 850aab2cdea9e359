package parley.speech.install;

/// A zip that is no model, however often it is fetched: keeping it helps nobody.
final class BadZipException extends InstallException {
  private static final long serialVersionUID = 1L;

  BadZipException(String message) {
    super(message);
  }
}
