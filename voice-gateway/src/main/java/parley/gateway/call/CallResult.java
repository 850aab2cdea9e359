package parley.gateway.call;

import parley.dialogue.conversation.Outcome;

/// How a call ended.
///
/// @param callee who answered, of a call that Parley made
public record CallResult(Outcome outcome, Callee callee) {

  /// Who answered a call of ours, as far as it is known.
  public enum Callee {
    /// It was not asked, or not answered.
    UNKNOWN,
    /// The one who was to be called.
    CUSTOMER,
    OTHER_PERSON,
    /// A machine, which was told nothing.
    MACHINE,
    /// A machine, which was left a message.
    MACHINE_TOLD
  }
}
