package parley.db.mail;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import parley.mail.work.MailOverview;
import parley.mail.work.MailThread;

/// Shows mail in PostgreSQL. Thread: any.
public final class JooqMailOverview implements MailOverview {

  private static final String QUARANTINED = "QUARANTINED";
  private static final Field<Integer> MAILS =
      field(selectCount().from(MAIL_RECEIVED).where(MAIL_RECEIVED.THREAD_ID.eq(MAIL_THREAD.ID)));

  private final DSLContext sql;

  public JooqMailOverview(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<ThreadLine> threads(int most) {
    return sql.select(MAIL_THREAD.asterisk(), MAILS)
        .from(MAIL_THREAD)
        .orderBy(MAIL_THREAD.UPDATED_AT.desc())
        .limit(most)
        .fetch(row ->
            new ThreadLine(
                row.get(MAIL_THREAD.ID),
                MailThread.State.valueOf(row.get(MAIL_THREAD.STATE)),
                row.get(MAIL_THREAD.MAILBOX),
                row.get(MAIL_THREAD.CUSTOMER),
                row.get(MAIL_THREAD.SUBJECT),
                row.get(MAILS),
                row.get(MAIL_THREAD.DUE_AT),
                row.get(MAIL_THREAD.UPDATED_AT)));
  }

  @Override
  public List<OutboxLine> outbox(int most) {
    return sql.select(
            MAIL_OUTBOX.ID,
            MAIL_OUTBOX.STATE,
            MAIL_OUTBOX.KIND,
            MAIL_OUTBOX.MAILBOX,
            MAIL_OUTBOX.RECIPIENTS,
            MAIL_OUTBOX.ATTEMPTS,
            MAIL_OUTBOX.NEXT_AT,
            MAIL_OUTBOX.ERROR)
        .from(MAIL_OUTBOX)
        .where(MAIL_OUTBOX.STATE.ne("SENT"))
        .orderBy(MAIL_OUTBOX.NEXT_AT)
        .limit(most)
        .fetch(row ->
            new OutboxLine(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                List.of(row.value5()),
                row.value6(),
                row.value7(),
                row.value8()));
  }

  @Override
  public List<QuarantineLine> quarantine(int most) {
    return sql.selectFrom(MAIL_RECEIVED)
        .where(MAIL_RECEIVED.STATE.eq(QUARANTINED))
        .orderBy(MAIL_RECEIVED.RECEIVED_AT.desc())
        .limit(most)
        .fetch(row ->
            new QuarantineLine(
                row.getId(),
                row.getMailbox(),
                row.getReason(),
                row.getMessageId(),
                row.getSizeBytes(),
                row.getReceivedAt()));
  }

  @Override
  public Optional<UUID> quarantined(String prefix) {
    List<UUID> found =
        sql.select(MAIL_RECEIVED.ID)
            .from(MAIL_RECEIVED)
            .where(MAIL_RECEIVED.STATE.eq(QUARANTINED))
            .and(
                MAIL_RECEIVED
                    .ID
                    .cast(SQLDataType.VARCHAR)
                    .startsWith(prefix.toLowerCase(Locale.ROOT)))
            .limit(2)
            .fetch(Record1::value1);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  @Override
  public boolean release(UUID mail) {
    return sql.update(MAIL_RECEIVED)
            .set(MAIL_RECEIVED.STATE, "RECEIVED")
            .set(MAIL_RECEIVED.REASON, JooqMailWork.RELEASED)
            .setNull(MAIL_RECEIVED.SETTLED_AT)
            .setNull(MAIL_RECEIVED.LEASE_UNTIL)
            .set(MAIL_RECEIVED.ATTEMPTS, 0)
            .where(MAIL_RECEIVED.ID.eq(mail).and(MAIL_RECEIVED.STATE.eq(QUARANTINED)))
            // Of one that was too large there is the header only.
            .and(
                DSL.exists(
                    DSL.selectOne()
                        .from(MAIL_CHUNK)
                        .where(MAIL_CHUNK.MAIL_ID.eq(MAIL_RECEIVED.ID))))
            .execute()
        == 1;
  }
}
