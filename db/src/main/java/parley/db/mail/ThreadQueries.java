package parley.db.mail;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import parley.mail.outbox.Outgoing;
import parley.mail.work.MailThread;
import parley.mail.work.MailWork.Earlier;
import parley.mail.work.MailWork.Sent;

/// Questions about threads and what was written in them. Thread: any.
final class ThreadQueries {

  /// What Parley writes to customers by itself.
  private static final List<String> AUTOMATIC = List.of("REPLY", "WORD", "FOLLOW_UP");

  private static final Field<Boolean> KEPT =
      field(exists(selectOne().from(MAIL_CHUNK).where(MAIL_CHUNK.MAIL_ID.eq(MAIL_RECEIVED.ID))));

  private ThreadQueries() {}

  /// The newest one of which this is true.
  static Optional<MailThread> thread(DSLContext sql, Condition which) {
    return sql.select(MAIL_THREAD.asterisk(), CONVERSATION.LANGUAGE_CODE)
        .from(MAIL_THREAD)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(MAIL_THREAD.ID))
        .where(which)
        .orderBy(MAIL_THREAD.UPDATED_AT.desc())
        .limit(1)
        .fetchOptional()
        .map(ThreadQueries::thread);
  }

  static MailThread thread(Record row) {
    return new MailThread(
        row.get(MAIL_THREAD.ID),
        row.get(MAIL_THREAD.TOKEN),
        row.get(MAIL_THREAD.MAILBOX),
        row.get(MAIL_THREAD.CUSTOMER),
        row.get(MAIL_THREAD.SUBJECT),
        row.get(CONVERSATION.LANGUAGE_CODE),
        MailThread.State.valueOf(row.get(MAIL_THREAD.STATE)),
        Optional.ofNullable(row.get(MAIL_THREAD.DUE_AT)));
  }

  /// The customer's mails of a thread, oldest first, at most the last `most`.
  static List<Earlier> earlier(DSLContext sql, Condition which, int most) {
    return sql.select(MAIL_RECEIVED.ID, MAIL_RECEIVED.MESSAGE_ID, KEPT)
        .from(MAIL_RECEIVED)
        .where(which)
        .and(MAIL_RECEIVED.STATE.in("ANSWERED", "PERSON"))
        .orderBy(MAIL_RECEIVED.RECEIVED_AT.desc())
        .limit(most)
        .fetch(row -> new Earlier(row.value1(), row.value2(), row.value3()))
        .reversed();
  }

  /// What the customer said in a thread, as it was kept, oldest first, at most the last `most`.
  static List<String> said(DSLContext sql, UUID thread, int most) {
    return sql.select(MESSAGE.CONTENT)
        .from(MESSAGE)
        .where(MESSAGE.CONVERSATION_ID.eq(thread).and(MESSAGE.SENDER.eq("USER")))
        .orderBy(MESSAGE.NUMBER.desc())
        .limit(most)
        .fetch(Record1::value1)
        .reversed();
  }

  /// When automatic mails were written.
  static List<Instant> automatic(DSLContext sql, Condition which) {
    return sql.select(MAIL_OUTBOX.CREATED_AT)
        .from(MAIL_OUTBOX)
        .where(which.and(MAIL_OUTBOX.KIND.in(AUTOMATIC)))
        .fetch(Record1::value1);
  }

  static Condition to(String address, Instant from) {
    return MAIL_OUTBOX
        .RECIPIENTS
        .contains(new String[] {address})
        .and(MAIL_OUTBOX.CREATED_AT.ge(from));
  }

  /// The last mail of ours of which this is true.
  static Optional<Sent> sent(DSLContext sql, Condition which) {
    return sql.selectFrom(MAIL_OUTBOX)
        .where(which)
        .orderBy(MAIL_OUTBOX.CREATED_AT.desc())
        .limit(1)
        .fetchOptional()
        .map(row ->
            new Sent(
                row.getMessageId(),
                Outgoing.Kind.valueOf(row.getKind()),
                row.getRecipients()[0],
                Optional.ofNullable(row.getThreadId())
                    .flatMap(id -> thread(sql, MAIL_THREAD.ID.eq(id)))));
  }
}
