package parley.gateway.phone;

/// Who ended a call.
public enum CallEnd {
  /// This phone hung up.
  HERE,
  /// The other side hung up.
  THERE,
  /// The call was never answered: see its [DialResult].
  NEVER_ANSWERED
}
