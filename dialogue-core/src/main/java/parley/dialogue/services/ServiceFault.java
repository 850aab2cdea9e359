package parley.dialogue.services;

/// A service did not answer, or not usably. Stays inside this package; its message names no value.
final class ServiceFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /// @param passing whether asking again may help: no connection, an error of the server
  ServiceFault(String message, boolean passing) {
    super(message);
    this.passing = passing;
  }

  boolean passing() {
    return passing;
  }
}
