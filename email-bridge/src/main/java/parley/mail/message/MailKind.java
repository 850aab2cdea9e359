package parley.mail.message;

import java.util.Optional;
import parley.mail.calendar.Invitation;
import parley.mail.header.MailAddress;
import parley.mail.header.MessageId;

/// What a mail is for. Of several, the first in this order counts: bounce, read receipt, automatic
/// reply, invitation, list, forwarded.
public sealed interface MailKind {

  record Ordinary() implements MailKind {}

  record Bounce(parley.mail.report.Bounce report) implements MailKind {}

  record ReadReceipt(parley.mail.report.ReadReceipt report) implements MailKind {}

  /// A robot's answer, such as a notice of absence.
  record AutomaticReply() implements MailKind {}

  record Invited(Invitation invitation) implements MailKind {}

  /// @param list its List-Id, or another mark of it; one line, may be empty
  record ListMail(String list) implements MailKind {}

  /// The sender passes another one's mail on.
  ///
  /// @param original the mail that was passed on, where its identifier is told
  /// @param author who wrote that
  record Forwarded(Optional<MessageId> original, Optional<MailAddress> author)
      implements MailKind {}
}
