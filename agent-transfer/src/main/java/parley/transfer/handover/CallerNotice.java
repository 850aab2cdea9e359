package parley.transfer.handover;

/// What the caller is told while waiting for a person.
public enum CallerNotice {
  /// A colleague's phone rings now; star ends the waiting.
  RINGING,
  /// That colleague could not be reached; the next one's phone rings now.
  RINGING_NEXT
}
