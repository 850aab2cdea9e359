package parley.callback.plan;

/// What came of one call.
public enum AttemptOutcome {
  /// The customer was talked with.
  KEPT,
  BUSY,
  NO_ANSWER,
  /// A machine answered, and a message was left on it.
  MESSAGE_LEFT,
  /// A machine answered, and no message was left.
  MACHINE,
  /// Somebody else answered, or who answered did not say that they are the customer.
  OTHER_PERSON,
  /// The network says that there is no such number, or that it takes no calls from us.
  NUMBER_REFUSED,
  /// The network had no line.
  CONGESTION,
  /// No agent was free to talk.
  NO_AGENT,
  /// An agent was to be first, and none took it: the customer was not called, and it does not count
  /// as a call.
  NO_TAKER,
  /// The customer was reached, and the call ended because a part of ours failed.
  BROKEN_OFF,
  /// It was not dialled, by a fault of ours.
  NOT_DIALLED
}
