package parley.dialogue.llm.chat;

/// Why a language model gave no answer, or only a part of one.
public enum FailureReason {
  /// Nothing, no whole sentence, or not all of it came in time.
  TIMED_OUT,
  /// No connection, a broken one, or a fault of the server.
  UNREACHABLE,
  /// The key, the model, the address or the request was refused.
  REFUSED,
  /// Our own limit or the provider's.
  RATE_LIMITED,
  /// What came back is not the protocol, empty, or a tool that does not exist.
  NONSENSE,
  /// It is left alone after too many failures.
  BREAKER_OPEN,
  /// The answer was not fit to be said.
  CHECK_FAILED,
  /// It said itself that what it was told holds no answer.
  NO_ANSWER
}
