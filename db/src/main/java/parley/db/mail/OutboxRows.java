package parley.db.mail;

import static parley.db.jooq.Tables.MAIL_OUTBOX;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import parley.db.jooq.tables.records.MailOutboxRecord;
import parley.mail.outbox.Outgoing;

/// Which row a mail to be sent becomes, and back.
final class OutboxRows {

  private OutboxRows() {}

  /// One of each kind for a received mail, and one of each Message-ID: a second one changes
  /// nothing.
  static void insert(DSLContext sql, Outgoing mail, Instant now) {
    sql.insertInto(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.ID, mail.id())
        .set(MAIL_OUTBOX.MAILBOX, mail.mailbox())
        .set(MAIL_OUTBOX.THREAD_ID, mail.thread().orElse(null))
        .set(MAIL_OUTBOX.MAIL_ID, mail.mail().orElse(null))
        .set(MAIL_OUTBOX.KIND, mail.kind().name())
        .set(MAIL_OUTBOX.MESSAGE_ID, mail.messageId())
        .set(MAIL_OUTBOX.SENDER, mail.sender())
        .set(MAIL_OUTBOX.RECIPIENTS, mail.recipients().toArray(String[]::new))
        .set(MAIL_OUTBOX.BYTES, mail.bytes().raw())
        .set(MAIL_OUTBOX.STATE, "WAITING")
        .set(MAIL_OUTBOX.NEXT_AT, now)
        .set(MAIL_OUTBOX.CREATED_AT, now)
        .onConflictDoNothing()
        .execute();
  }

  static Outgoing read(MailOutboxRecord row) {
    return new Outgoing(
        row.getId(),
        row.getMailbox(),
        Optional.ofNullable(row.getThreadId()),
        Optional.ofNullable(row.getMailId()),
        Outgoing.Kind.valueOf(row.getKind()),
        row.getMessageId(),
        row.getSender(),
        List.of(row.getRecipients()),
        new Outgoing.Bytes(row.getBytes()));
  }
}
