package parley.dialogue.conversation;

import parley.dialogue.call.Spoken;

/// Who is needed and why. `summary` is one sentence whispered to the agent before the caller is
/// joined.
public record HandOverRequest(
    String queue, String skill, String language, Priority priority, String reason, Spoken summary) {

  /// How urgently a person is needed, as rules and the API name it.
  public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
  }
}
