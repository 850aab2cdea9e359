package parley.gateway.phone;

/// A datagram that is not the SIP or SDP it should be. It is dropped and counted by who reads the
/// socket; retrying cannot help.
final class SipFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SipFormatException(String message) {
    super(message);
  }
}
