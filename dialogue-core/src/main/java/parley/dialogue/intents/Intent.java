package parley.dialogue.intents;

import java.util.List;

/// What people want, by how they say it.
///
/// @param kind what is done about it
/// @param target the flow or the command; empty where it is only noted
/// @param knowledge entries that ask the same
/// @param examples at least one
public record Intent(
    String id, Kind kind, String target, List<String> knowledge, List<String> examples) {

  /// What is done when a message has the intent.
  public enum Kind {
    FLOW,
    COMMAND,
    NOTED
  }

  public Intent {
    knowledge = List.copyOf(knowledge);
    examples = List.copyOf(examples);
    if (examples.isEmpty() || (kind == Kind.NOTED) != target.isEmpty()) {
      throw new IllegalArgumentException("An intent has examples, and a target if it does a thing");
    }
  }
}
