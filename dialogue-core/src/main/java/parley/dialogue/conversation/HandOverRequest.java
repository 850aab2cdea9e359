package parley.dialogue.conversation;

import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;

/// Who is needed and why. `summary` is one sentence whispered to the agent before the caller is
/// joined.
public record HandOverRequest(
    String queue, String skill, String language, Priority priority, String reason, Spoken summary) {

  /// The same for somebody who speaks this language.
  HandOverRequest in(String other) {
    return new HandOverRequest(queue, skill, other, priority, reason, summary);
  }
}
