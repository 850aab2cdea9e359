package parley.mail.work;

import parley.config.MailRules;
import parley.mail.attachment.AttachmentReader;
import parley.mail.attachment.AttachmentScanner;
import parley.mail.attachment.AttachmentTranscriber;
import parley.mail.attachment.CommandScanner;
import parley.mail.attachment.TextLimits;
import parley.mail.loop.AnswerRules;
import parley.mail.message.ReadSettings;

/// How a site deals with mail.
///
/// @param files the words of attached files
public record WorkRules(
    ReadSettings reading,
    AnswerRules answering,
    AttachmentScanner scanner,
    AttachmentReader files) {

  /// What is not set otherwise, without a scanner.
  public static final WorkRules USUAL =
      new WorkRules(
          ReadSettings.DEFAULT,
          AnswerRules.DEFAULT,
          AttachmentScanner.none(),
          new AttachmentReader(TextLimits.DEFAULT, AttachmentTranscriber.none()));

  public static WorkRules of(MailRules rules, AttachmentTranscriber transcriber) {
    return new WorkRules(
        ReadSettings.of(rules),
        AnswerRules.of(rules.answers()),
        rules.scanner().isEmpty()
            ? AttachmentScanner.none()
            : new CommandScanner(rules.scanner(), rules.scannerTimeout()),
        new AttachmentReader(TextLimits.of(rules.limits()), transcriber));
  }
}
