package parley.dialogue.conversation;

/// How an attempt to reach a person ended, as the conversation needs to know it.
public enum HandOverResult {
  /// Caller and agent talked, and the call is over for Parley.
  CONNECTED,
  /// No agent with the skill is registered and free.
  NO_AGENT_FREE,
  /// Every agent who was rung declined or did not answer.
  NOT_ANSWERED,
  /// The telephone side failed.
  FAILED
}
