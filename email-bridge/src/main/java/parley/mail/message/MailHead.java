package parley.mail.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;
import parley.mail.header.ThreadToken;

/// Who wrote to whom, about what, in which thread. No value holds a line's end.
///
/// @param id missing in some mails: the store then makes one up
/// @param inReplyTo the mails that it answers, mostly one
/// @param references the thread's mails, oldest first, at most [#MOST_REFERENCES]: the first and
///   the newest ones
/// @param token ours, from an address that it was sent to, or else its subject
/// @param from empty where it is missing or broken
/// @param replyTo whom the sender wants to be answered; empty: from
/// @param subject decoded, with our token if it has one
/// @param date as the sender's clock said; never trusted
public record MailHead(
    Optional<MessageId> id,
    List<MessageId> inReplyTo,
    List<MessageId> references,
    Optional<ThreadToken> token,
    Optional<MailAddress> from,
    List<MailAddress> replyTo,
    List<MailAddress> to,
    List<MailAddress> cc,
    String subject,
    Optional<Instant> date) {

  public static final int MOST_REFERENCES = 50;

  public static final MailHead EMPTY =
      new MailHead(
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          "",
          Optional.empty());

  public MailHead {
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    replyTo = List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
  }

  /// Where an answer goes: Reply-To, or else From.
  public List<MailAddress> answerTo() {
    return replyTo.isEmpty() ? from.stream().toList() : replyTo;
  }

  /// Subjects and addresses are not logged.
  @Override
  public String toString() {
    return "MailHead[" + id.map(MessageId::value).orElse("no id") + "]";
  }
}
