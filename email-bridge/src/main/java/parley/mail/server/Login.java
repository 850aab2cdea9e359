package parley.mail.server;

/// What a server is told to let us in: a password, or an access token that ends one day.
///
/// Thread: any; may ask another server first.
@FunctionalInterface
public interface Login {

  /// @throws ServerFault when no token can be had
  String secret();
}
