package parley.callback.followup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// What a customer is written about a conversation that was not resolved.
///
/// @param address the customer's own
/// @param topic what they wanted, without personal data; may be empty
/// @param language ISO 639-1; may be empty
/// @param thread of mail that it goes on with; empty after a call
public record FollowUpLetter(
    UUID conversation, String address, String topic, String language, Optional<InThread> thread) {

  /// A thread of mail.
  ///
  /// @param lastMessage Message-ID of the customer's last mail; may be empty
  public record InThread(UUID id, String mailbox, String subject, String lastMessage) {
    @Override
    public String toString() {
      return "InThread[" + id + "]";
    }
  }

  /// The mail's: the same letter twice is one mail.
  public UUID id() {
    return idOf(conversation);
  }

  /// The id of the mail about a conversation.
  public static UUID idOf(UUID conversation) {
    return UUID.nameUUIDFromBytes(
        ("follow-up letter " + conversation).getBytes(StandardCharsets.US_ASCII));
  }

  /// The address is the customer's own.
  @Override
  public String toString() {
    return "FollowUpLetter[" + conversation + "]";
  }
}
