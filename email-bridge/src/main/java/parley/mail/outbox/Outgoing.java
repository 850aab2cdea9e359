package parley.mail.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A mail that is to be sent. Its bytes and its Message-ID are fixed before the first try. Its text
/// form hides who gets it.
///
/// @param mail the received mail that it comes of; empty for one that nobody's mail caused
/// @param sender of the envelope
/// @param recipients of the envelope, at least one
public record Outgoing(
    UUID id,
    String mailbox,
    Optional<UUID> thread,
    Optional<UUID> mail,
    Kind kind,
    String messageId,
    String sender,
    List<String> recipients,
    Bytes bytes) {

  /// What it is for.
  public enum Kind {
    /// An answer to a customer.
    REPLY,
    /// To the customer: that a person will write.
    WORD,
    /// To that person.
    WORK,
    /// To the customer: what the person wrote.
    AGENT,
    /// To the customer: whether an answer helped.
    FOLLOW_UP,
    /// To the person who has not answered.
    REMINDER,
    /// About an appointment; no mail caused it.
    APPOINTMENT;

    /// Whether our own people get it, and not the customer.
    public boolean toPeople() {
      return switch (this) {
        case WORK, REMINDER -> true;
        case REPLY, WORD, AGENT, FOLLOW_UP, APPOINTMENT -> false;
      };
    }
  }

  /// The mail as it goes over the line. Not to be changed.
  public record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] raw) {
    @Override
    public String toString() {
      return "[" + raw.length + " bytes]";
    }
  }

  public Outgoing {
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("A mail goes to somebody");
    }
  }

  @Override
  public String toString() {
    return kind + " " + messageId + " to " + recipients.size();
  }
}
