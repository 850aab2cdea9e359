package parley.db.mail;

import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import parley.db.log.PromisedCalls;
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

  public JooqMailWork(DSLContext sql) {
    this.sql = sql;
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
  public void copy(UUID mail, OutputStream to) throws IOException {
    Chunks.copy(sql, mail, to);
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
              .set(MAIL_RECEIVED.SETTLED_AT, now)
              .where(ours(mail))
              .execute();
      if (settled == 0) {
        return false;
      }
      settlement
          .thread()
          .ifPresent(thread -> {
            ThreadRows.write(inside, thread, settlement, now);
            settlement.callbacks().forEach(promise -> PromisedCalls.write(inside, promise));
            inside
                .update(MAIL_RECEIVED)
                .set(MAIL_RECEIVED.THREAD_ID, thread.id())
                .where(MAIL_RECEIVED.ID.eq(mail.id()))
                .execute();
          });
      settlement.outgoing().forEach(reply -> OutboxRows.insert(inside, reply, now));
      return true;
    });
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
    return sql.select(MAIL_THREAD.asterisk(), CONVERSATION.LANGUAGE_CODE)
        .from(MAIL_THREAD)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(MAIL_THREAD.ID))
        .where(which)
        .orderBy(MAIL_THREAD.UPDATED_AT.desc())
        .limit(1)
        .fetchOptional()
        .map(JooqMailWork::thread);
  }

  private static MailThread thread(Record row) {
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

  @Override
  public List<UUID> earlier(UUID thread, UUID before, int most) {
    return sql.select(MAIL_RECEIVED.ID)
        .from(MAIL_RECEIVED)
        .where(MAIL_RECEIVED.THREAD_ID.eq(thread).and(MAIL_RECEIVED.ID.ne(before)))
        .and(MAIL_RECEIVED.STATE.in("ANSWERED", "PERSON"))
        .orderBy(MAIL_RECEIVED.RECEIVED_AT.desc())
        .limit(most)
        .fetch(Record1::value1)
        .reversed();
  }

  @Override
  public List<Instant> sentTo(String address, Instant from) {
    return automatic(
        MAIL_OUTBOX
            .RECIPIENTS
            .contains(new String[] {address})
            .and(MAIL_OUTBOX.CREATED_AT.ge(from)));
  }

  @Override
  public List<Instant> sentIn(UUID thread) {
    return automatic(MAIL_OUTBOX.THREAD_ID.eq(thread));
  }

  private List<Instant> automatic(Condition which) {
    return sql.select(MAIL_OUTBOX.CREATED_AT)
        .from(MAIL_OUTBOX)
        .where(which.and(MAIL_OUTBOX.KIND.in("REPLY", "WORD")))
        .fetch(Record1::value1);
  }
}
