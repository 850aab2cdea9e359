package parley.mail.message;

import java.util.List;
import parley.mail.attachment.Attachment;
import parley.mail.text.MailText;

/// A mail that could be read.
///
/// @param kind what it is for
/// @param attachments in their order
/// @param authentication what the receiving server says of its sender
/// @param robot what shows that no person wrote it
public record Mail(
    MailHead head,
    MailKind kind,
    MailText text,
    List<Attachment> attachments,
    Authentication authentication,
    SpamMarks spam,
    RobotMarks robot) {

  public Mail {
    attachments = List.copyOf(attachments);
  }
}
