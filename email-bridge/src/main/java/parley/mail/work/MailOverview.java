package parley.mail.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an operator sees of mail, and the one thing to do about it here. Port: `db` implements it.
/// Thread: any.
public interface MailOverview {

  /// @param customer the address; an operator sees it, the log does not
  /// @param mails received in it
  record ThreadLine(
      UUID id,
      MailThread.State state,
      String mailbox,
      String customer,
      String subject,
      int mails,
      @Nullable Instant due,
      Instant updated) {}

  /// @param error why it is not sent yet, or never
  record OutboxLine(
      UUID id,
      String state,
      String kind,
      String mailbox,
      List<String> recipients,
      int attempts,
      Instant next,
      String error) {
    public OutboxLine {
      recipients = List.copyOf(recipients);
    }
  }

  record QuarantineLine(
      UUID id, String mailbox, String reason, String messageId, long sizeBytes, Instant received) {}

  /// The newest first.
  List<ThreadLine> threads(int most);

  /// Those that are not sent.
  List<OutboxLine> outbox(int most);

  List<QuarantineLine> quarantine(int most);

  /// The mail whose id begins so, if there is one alone.
  Optional<UUID> quarantined(String prefix);

  /// Has a quarantined mail dealt with as if it had come now. What cannot be read comes back.
  ///
  /// @return whether it was in quarantine
  boolean release(UUID mail);
}
