package parley.db.mail;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.DAILY_WORK;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import parley.config.MailUpkeep;
import parley.mail.work.MailRetention;

/// Deletes mail in PostgreSQL that is not to be kept. What stays of a mail is the hash by which it
/// is known again. Thread: any.
public final class JooqMailRetention implements MailRetention {

  private static final String DAILY = "mail-retention";
  private static final byte[] NOTHING = {};

  private final DSLContext sql;

  public JooqMailRetention(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public int dropAnswered(boolean received) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      emptySent(inside, noCondition());
      return received ? dropChunks(inside, MAIL_RECEIVED.STATE.ne("QUARANTINED")) : 0;
    });
  }

  @Override
  public Optional<Deleted> daily(MailUpkeep.Keep keep, Instant now) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      return ours(inside, now) ? Optional.of(delete(inside, keep, now)) : Optional.empty();
    });
  }

  /// Locked until the work is done: if its node dies, it is not done, and another one does it.
  private static boolean ours(DSLContext sql, Instant now) {
    return sql.update(DAILY_WORK)
            .set(DAILY_WORK.DONE_AT, now)
            .where(
                DAILY_WORK.NAME.eq(
                    select(DAILY_WORK.NAME)
                        .from(DAILY_WORK)
                        .where(DAILY_WORK.NAME.eq(DAILY))
                        .and(DAILY_WORK.DONE_AT.le(now.minus(Duration.ofDays(1))))
                        .forUpdate()
                        .skipLocked()))
            .execute()
        == 1;
  }

  private static Deleted delete(DSLContext sql, MailUpkeep.Keep keep, Instant now) {
    Instant raw = now.minus(Duration.ofDays(keep.rawDays()));
    emptySent(sql, MAIL_OUTBOX.SENT_AT.lt(raw));
    int bytes = dropChunks(sql, MAIL_RECEIVED.SETTLED_AT.lt(raw));
    int threads =
        sql.deleteFrom(CONVERSATION)
            .where(
                CONVERSATION.ID.in(
                    select(MAIL_THREAD.ID)
                        .from(MAIL_THREAD)
                        .where(
                            MAIL_THREAD.UPDATED_AT.lt(
                                now.minus(Duration.ofDays(keep.conversationDays()))))))
            .execute();
    // Mails without a thread, which no person asked about for as long.
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.MESSAGE_ID, "")
        .set(MAIL_RECEIVED.SENDER, "")
        .where(MAIL_RECEIVED.THREAD_ID.isNull())
        .and(MAIL_RECEIVED.SETTLED_AT.lt(now.minus(Duration.ofDays(keep.conversationDays()))))
        .and(MAIL_RECEIVED.MESSAGE_ID.ne("").or(MAIL_RECEIVED.SENDER.ne("")))
        .execute();
    return new Deleted(threads, bytes);
  }

  /// Nobody asks for the bytes of a mail that its server has taken; the Message-ID stays.
  private static void emptySent(DSLContext sql, Condition which) {
    sql.update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.BYTES, NOTHING)
        .where(
            MAIL_OUTBOX.STATE.eq("SENT").and(condition("octet_length({0}) > 0", MAIL_OUTBOX.BYTES)))
        .and(which)
        .execute();
  }

  /// Those that are settled, and from which nothing is on its way.
  private static int dropChunks(DSLContext sql, Condition which) {
    return sql
        .deleteFrom(MAIL_CHUNK)
        .where(
            MAIL_CHUNK.MAIL_ID.in(
                select(MAIL_RECEIVED.ID)
                    .from(MAIL_RECEIVED)
                    .where(MAIL_RECEIVED.STATE.ne("RECEIVED").and(which))
                    .and(
                        notExists(
                            selectOne()
                                .from(MAIL_OUTBOX)
                                .where(MAIL_OUTBOX.MAIL_ID.eq(MAIL_RECEIVED.ID))
                                .and(MAIL_OUTBOX.STATE.in("WAITING", "SENDING"))))))
        .returningResult(MAIL_CHUNK.NUMBER)
        .fetch()
        .stream()
        .mapToInt(row -> row.value1() == 0 ? 1 : 0)
        .sum();
  }
}
