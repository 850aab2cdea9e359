package parley.dialogue.llm;

/// What a tool stands for. A tool call is a proposal: the conversation's own rules decide, confirm
/// with the customer and act.
public sealed interface Purpose {

  /// Begin a flow, its slots filled with the arguments.
  record StartFlow(String flow) implements Purpose {}

  /// Look for more knowledge and ask again with what was found.
  record SearchKnowledge() implements Purpose {}

  /// Bring in a person.
  record HandOver() implements Purpose {}

  /// Promise that a person calls back.
  record PromiseCallback() implements Purpose {}

  /// Say goodbye.
  record End() implements Purpose {}
}
