package parley.mail.message;

/// What became of reading a mail.
public sealed interface ReadMail {

  /// The mail's head as far as it could be read.
  MailHead head();

  /// It can be understood.
  record Understood(Mail mail) implements ReadMail {
    @Override
    public MailHead head() {
      return mail.head();
    }
  }

  /// It is put aside for a person; its raw bytes stay where they are, attachments are not kept.
  ///
  /// @param where what was found, for whom it is released: one sentence without the mail's words
  record Quarantined(MailHead head, QuarantineReason reason, String where) implements ReadMail {}
}
