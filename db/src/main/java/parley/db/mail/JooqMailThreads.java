package parley.db.mail;

import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.SQLDataType;
import parley.db.customer.Cases;
import parley.db.log.Senders;
import parley.dialogue.call.Spoken;
import parley.dialogue.sealing.Sealing;
import parley.mail.outbox.Outgoing;
import parley.mail.work.MailThread;
import parley.mail.work.MailThreads;
import parley.mail.work.MailWork;
import parley.mail.work.Settlement;

/// Threads that a person answers by a command, in PostgreSQL. Thread: any.
public final class JooqMailThreads implements MailThreads {

  private final DSLContext sql;
  private final Chunks chunks;

  /// @param sealing with what mails were sealed as they came, where the key is there
  public JooqMailThreads(DSLContext sql, Optional<Sealing> sealing) {
    this.sql = sql;
    this.chunks = new Chunks(sealing);
  }

  @Override
  public List<UUID> beginning(String prefix, int most) {
    return sql.select(MAIL_THREAD.ID)
        .from(MAIL_THREAD)
        .where(MAIL_THREAD.ID.cast(SQLDataType.VARCHAR).startsWith(prefix.toLowerCase(Locale.ROOT)))
        .limit(most)
        .fetch(Record1::value1);
  }

  @Override
  public Optional<MailThread> find(UUID id) {
    return ThreadQueries.thread(sql, MAIL_THREAD.ID.eq(id));
  }

  @Override
  public Optional<MailWork.Earlier> last(UUID thread) {
    return ThreadQueries.earlier(sql, MAIL_RECEIVED.THREAD_ID.eq(thread), 1).stream().findFirst();
  }

  @Override
  public boolean copy(UUID mail, OutputStream to) throws IOException {
    return chunks.copy(sql, mail, to);
  }

  @Override
  public boolean answer(MailThread thread, Settlement.Turn turn, Outgoing mail, Instant now) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      if (!OutboxRows.insert(inside, mail, now)) {
        return false;
      }
      ThreadRows.write(inside, thread, List.of(turn), true, now);
      return true;
    });
  }

  @Override
  public Shown show(UUID id) {
    MailThread thread = find(id).orElseThrow();
    return new Shown(thread, turns(id), mails(id), Cases.ofThread(sql, id, thread.customer()));
  }

  private List<Turn> turns(UUID thread) {
    return sql.selectFrom(MESSAGE)
        .where(MESSAGE.CONVERSATION_ID.eq(thread).and(MESSAGE.SENDER.ne("SYSTEM")))
        .orderBy(MESSAGE.NUMBER, MESSAGE.CREATED_AT)
        .fetch(row ->
            new Turn(
                row.getCreatedAt(),
                Senders.speaker(row.getSender()),
                new Spoken(row.getContent()),
                row.getUnderstoodAs(),
                row.getRule(),
                List.of(row.getCitations())));
  }

  private List<OurMail> mails(UUID thread) {
    return sql.select(
            MAIL_OUTBOX.CREATED_AT, MAIL_OUTBOX.KIND, MAIL_OUTBOX.STATE, MAIL_OUTBOX.ERROR)
        .from(MAIL_OUTBOX)
        .where(MAIL_OUTBOX.THREAD_ID.eq(thread))
        .orderBy(MAIL_OUTBOX.CREATED_AT)
        .fetch(row -> new OurMail(row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
