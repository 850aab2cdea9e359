package parley.callback.followup;

import java.time.Instant;
import parley.dialogue.call.PhoneNumber;

/// What is done about something that a conversation left to be done.
public sealed interface FollowUpStep {

  /// The customer is called.
  ///
  /// @param at not before this
  record Call(PhoneNumber number, Instant at) implements FollowUpStep {}

  /// The customer gets a mail.
  record Mail(String address, Instant at) implements FollowUpStep {
    /// The address is the customer's own.
    @Override
    public String toString() {
      return "Mail[at=" + at + "]";
    }
  }

  /// People see to it.
  record Person() implements FollowUpStep {}

  /// A promised call sees to it already.
  record Promised() implements FollowUpStep {}
}
