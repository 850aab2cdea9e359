package parley.gateway.phone;

/// Something that the caller does for a while: speech or keys. It waits in the sender's queue, and
/// is of the pacer's thread once that has taken it.
sealed interface Outgoing permits SpeechCursor, KeysCursor {

  /// Tells who wanted it that it has left, all of it or not.
  void end(boolean complete);
}
