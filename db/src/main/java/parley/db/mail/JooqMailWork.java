package parley.db.mail;

import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import parley.callback.plan.Callback;
import parley.db.callback.CallbackRows;
import parley.db.customer.StoredMail;
import parley.db.log.AuditRows;
import parley.dialogue.sealing.Sealing;
import parley.mail.outbox.Outgoing;
import parley.mail.work.Claimed;
import parley.mail.work.MailThread;
import parley.mail.work.MailWork;
import parley.mail.work.Settlement;

/// Received mails as work, in PostgreSQL. Thread: any.
public final class JooqMailWork implements MailWork {

  /// Why a mail waits that was in quarantine.
  static final String RELEASED = "released";

  private static final String RECEIVED = "RECEIVED";

  private final DSLContext sql;
  private final Chunks chunks;

  /// @param sealing with what mails were sealed as they came, where the key is there
  public JooqMailWork(DSLContext sql, Optional<Sealing> sealing) {
    this.sql = sql;
    this.chunks = new Chunks(sealing);
  }

  @Override
  public Optional<Claimed> claim(String owner, Instant now, Instant until) {
    return sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.LEASE_OWNER, owner)
        .set(MAIL_RECEIVED.LEASE_UNTIL, until)
        .set(MAIL_RECEIVED.ATTEMPTS, MAIL_RECEIVED.ATTEMPTS.plus(1))
        .where(
            MAIL_RECEIVED.ID.eq(
                select(MAIL_RECEIVED.ID)
                    .from(MAIL_RECEIVED)
                    .where(MAIL_RECEIVED.STATE.eq(RECEIVED))
                    .and(MAIL_RECEIVED.LEASE_UNTIL.isNull().or(MAIL_RECEIVED.LEASE_UNTIL.le(now)))
                    .orderBy(MAIL_RECEIVED.RECEIVED_AT)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()))
        .returning()
        .fetchOptional()
        .map(row ->
            new Claimed(
                row.getId(),
                row.getMailbox(),
                row.getMessageId(),
                row.getReceivedAt(),
                row.getAttempts(),
                row.getReason().equals(RELEASED),
                owner));
  }

  @Override
  public boolean copy(UUID mail, OutputStream to) throws IOException {
    return chunks.copy(sql, mail, to);
  }

  @Override
  public boolean settle(Claimed mail, Settlement settlement, Instant now) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      int settled =
          inside
              .update(MAIL_RECEIVED)
              .set(MAIL_RECEIVED.STATE, settlement.state().name())
              .set(MAIL_RECEIVED.REASON, settlement.reason())
              .set(MAIL_RECEIVED.SENDER, settlement.from().toLowerCase(Locale.ROOT))
              .set(MAIL_RECEIVED.SETTLED_AT, now)
              .where(ours(mail))
              .execute();
      if (settled == 0) {
        return false;
      }
      if (settlement.goesOn() && forgotten(inside, settlement)) {
        StoredMail.settledTooLate(inside, mail.id());
        return true;
      }
      settlement.thread().ifPresent(thread -> write(inside, mail, settlement, thread, now));
      for (Outgoing reply : settlement.outgoing()) {
        boolean _ = OutboxRows.insert(inside, reply, now);
      }
      return true;
    });
  }

  private static void write(
      DSLContext sql, Claimed mail, Settlement settlement, MailThread thread, Instant now) {
    ThreadRows.write(sql, thread, settlement.turns(), anew(settlement), now);
    settlement
        .callbacks()
        .forEach(promise -> CallbackRows.insert(sql, promise, Callback.Origin.MAIL));
    settlement.audits().forEach(audit -> AuditRows.insert(sql, audit));
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.THREAD_ID, thread.id())
        .where(MAIL_RECEIVED.ID.eq(mail.id()))
        .execute();
  }

  /// Whether the thread is gone; else it is held until this is written.
  private static boolean forgotten(DSLContext sql, Settlement settlement) {
    return settlement
        .thread()
        .filter(thread ->
            sql.select(MAIL_THREAD.ID)
                .from(MAIL_THREAD)
                .where(MAIL_THREAD.ID.eq(thread.id()))
                .forNoKeyUpdate()
                .fetch()
                .isEmpty())
        .isPresent();
  }

  /// Whoever was answered begins to wait; who writes while a person has the thread has waited
  /// before.
  private static boolean anew(Settlement settlement) {
    return switch (settlement.state()) {
      case ANSWERED, FORWARDED -> true;
      case PERSON, RECORDED, QUARANTINED -> false;
    };
  }

  private static Condition ours(Claimed mail) {
    return MAIL_RECEIVED
        .ID
        .eq(mail.id())
        .and(MAIL_RECEIVED.STATE.eq(RECEIVED))
        .and(MAIL_RECEIVED.LEASE_OWNER.eq(mail.owner()))
        .and(MAIL_RECEIVED.ATTEMPTS.eq(mail.attempts()));
  }

  @Override
  public void putBack(Claimed mail, Instant next) {
    sql.update(MAIL_RECEIVED).set(MAIL_RECEIVED.LEASE_UNTIL, next).where(ours(mail)).execute();
  }

  @Override
  public void takeOver(String owner, Instant now) {
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.LEASE_UNTIL, now)
        .where(MAIL_RECEIVED.STATE.eq(RECEIVED).and(MAIL_RECEIVED.LEASE_OWNER.eq(owner)))
        .execute();
  }

  @Override
  public Optional<MailThread> byToken(String token) {
    return thread(MAIL_THREAD.TOKEN.eq(token));
  }

  @Override
  public Optional<MailThread> byMessages(List<String> messageIds) {
    return thread(
        MAIL_THREAD
            .ID
            .in(
                select(MAIL_OUTBOX.THREAD_ID)
                    .from(MAIL_OUTBOX)
                    .where(MAIL_OUTBOX.MESSAGE_ID.in(messageIds)))
            .or(
                MAIL_THREAD.ID.in(
                    select(MAIL_RECEIVED.THREAD_ID)
                        .from(MAIL_RECEIVED)
                        .where(MAIL_RECEIVED.MESSAGE_ID.in(messageIds)))));
  }

  private Optional<MailThread> thread(Condition which) {
    return ThreadQueries.thread(sql, which);
  }

  @Override
  public List<Earlier> earlier(UUID thread, UUID before, int most) {
    return ThreadQueries.earlier(
        sql, MAIL_RECEIVED.THREAD_ID.eq(thread).and(MAIL_RECEIVED.ID.ne(before)), most);
  }

  @Override
  public List<String> said(UUID thread, int most) {
    return ThreadQueries.said(sql, thread, most);
  }

  @Override
  public List<Instant> sentTo(String address, Instant from) {
    return ThreadQueries.automatic(sql, ThreadQueries.to(address, from));
  }

  @Override
  public List<Instant> sentIn(UUID thread) {
    return ThreadQueries.automatic(sql, MAIL_OUTBOX.THREAD_ID.eq(thread));
  }

  @Override
  public Optional<Sent> sent(String messageId) {
    return ThreadQueries.sent(sql, MAIL_OUTBOX.MESSAGE_ID.eq(messageId));
  }

  @Override
  public Optional<Sent> lastSentTo(String address, Instant from) {
    return ThreadQueries.sent(sql, ThreadQueries.to(address, from));
  }
}
