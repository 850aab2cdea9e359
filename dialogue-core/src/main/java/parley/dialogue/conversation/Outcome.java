package parley.dialogue.conversation;

/// How a call ended, for the log and the supervisors.
public enum Outcome {
  /// The caller's need was met, or the caller said goodbye.
  COMPLETED,
  /// A person talked with the caller.
  TRANSFERRED,
  /// No person could be reached and a call back was promised.
  CALLBACK_PROMISED,
  /// No person could be reached and none was promised.
  UNANSWERED,
  /// The caller hung up first.
  CALLER_HUNG_UP,
  /// The line stayed silent.
  SILENT,
  /// Admission refused the call; it went to the fallback queue.
  REFUSED_BUSY,
  /// A part failed; the dialplan went on.
  FAILED,
  /// In a call that we made, somebody else than the customer answered.
  OTHER_PERSON,
  /// In a call that we made, a machine answered and was told that we called.
  MESSAGE_LEFT
}
