package parley.mail.message;

import java.util.ArrayList;
import java.util.List;
import parley.mail.header.Headers;

/// What was found on the way through a mail's parts. One thread.
final class Gathered {

  final TextTree texts;
  final AttachmentFolder attachments;

  /** Of the mail itself. */
  Headers head = Headers.NONE;

  /** Of the mail itself: `multipart/report; report-type=delivery-status` and so on. */
  String type = "";

  /** Of the first mail inside it, or of the headers of one. */
  Headers enclosedHead = Headers.NONE;

  /** Groups of fields of delivery reports and read receipts. */
  final List<Headers> report = new ArrayList<>();

  /** What stands before the first part. */
  String preamble = "";

  boolean receipt;
  String calendar = "";
  String calendarMethod = "";

  /// The mail's words; those before its parts where it has no parts after all.
  String words() {
    String words = texts.text();
    return words.isBlank() && attachments.kept().isEmpty() ? preamble : words;
  }

  Gathered(ReadLimits limits, AttachmentFolder attachments) {
    this.texts = new TextTree(limits.textCharacters());
    this.attachments = attachments;
  }
}
