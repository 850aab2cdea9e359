package parley.callback.followup;

import parley.callback.work.NewCallback;

/// What is done, once, about what a conversation left to be done.
public sealed interface FollowUpStep {

  /// The customer is called.
  record Call(NewCallback callback) implements FollowUpStep {}

  /// The customer gets a letter.
  record Mail() implements FollowUpStep {}

  /// People see to it.
  ///
  /// @param why one sentence for them, without personal data
  record Person(String why) implements FollowUpStep {}

  /// A call that the customer gets anyway sees to it.
  record Promised() implements FollowUpStep {}
}
