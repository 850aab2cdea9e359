package parley.transfer.agent;

/// What Asterisk says of an agent's phone.
public enum PhoneState {
  /// Not registered or not reachable.
  OFFLINE,
  /// Registered, not in a call.
  IDLE,
  RINGING,
  IN_CALL
}
