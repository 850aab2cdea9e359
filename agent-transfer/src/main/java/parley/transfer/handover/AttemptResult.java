package parley.transfer.handover;

/// How one try to reach one agent ended. The names are kept in the call log.
public enum AttemptResult {
  /// The agent answered, heard the whisper and was joined with the caller.
  ANSWERED,
  /// The agent refused the call on the phone.
  DECLINED,
  /// The phone rang for the whole ring time.
  TIMED_OUT,
  /// The phone never rang, or was lost while ringing.
  UNREACHABLE,
  /// The agent answered and hung up before being joined.
  LEFT_DURING_WHISPER,
  /// The caller left or no longer wanted to wait.
  CANCELLED,
  /// The telephone side failed during this try.
  FAILED
}
