package parley.dialogue.flows;

import parley.dialogue.services.ServiceRequest;

/// What a flow wants done next; the conversation does it.
public sealed interface FlowMove {

  /// Say this.
  record Say(String text) implements FlowMove {}

  /// Listen for a slot's value.
  record Ask(Slot slot) implements FlowMove {}

  /// Listen for a yes to what was read back.
  record Confirm() implements FlowMove {}

  /// Ask a service and wait for it.
  record Call(int id, ServiceRequest request) implements FlowMove {}

  /// The caller could not be understood: bring in a person.
  record GiveUp() implements FlowMove {}

  /// A service did not help: say so and offer a person.
  record Apologize() implements FlowMove {}

  /// Bring in a person. `general` is any.
  record HandOver(String skill) implements FlowMove {}

  /// The flow is over.
  record End(FlowStep.Ending ending) implements FlowMove {}
}
