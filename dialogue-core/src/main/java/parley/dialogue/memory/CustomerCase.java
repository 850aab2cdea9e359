package parley.dialogue.memory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What belongs together of one customer, whatever they used: contact points that are linked, and
/// the conversations over those that are proven to be theirs.
///
/// @param conversations the newest first
public record CustomerCase(List<Linked> contacts, List<Line> conversations) {

  public static final CustomerCase NONE = new CustomerCase(List.of(), List.of());

  public CustomerCase {
    contacts = List.copyOf(contacts);
    conversations = List.copyOf(conversations);
  }

  /// How it is known that two contact points are one customer's.
  public enum Proof {
    /// The customer was identified in a call, and the site's own system named the address.
    IDENTIFIED,
    /// Somebody of the site said so, by a command.
    OPERATOR
  }

  public record Linked(ContactPoint contact, Proof proof, Instant since) {}

  /// @param channel `VOICE` or `EMAIL`
  /// @param status as the conversation table has it
  /// @param topic without personal data; empty where nothing is known
  public record Line(UUID id, String channel, Instant began, String status, String topic) {}

  public boolean isEmpty() {
    return contacts.isEmpty() && conversations.isEmpty();
  }
}
