package parley.db.mail;

import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.MAIL_FOLDER;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import parley.mail.outbox.Outbox;
import parley.mail.outbox.Outgoing;

/// The outbox in PostgreSQL. Thread: any; rows that one sender looks at are skipped by the others.
public final class JooqOutbox implements Outbox {

  private static final String WAITING = "WAITING";
  private static final String SENDING = "SENDING";
  private static final String SENT = "SENT";
  private static final String REFUSED = "REFUSED";

  /// Kinds that our own people get.
  static final List<String> TO_PEOPLE =
      Arrays.stream(Outgoing.Kind.values())
          .filter(Outgoing.Kind::toPeople)
          .map(Enum::name)
          .toList();

  private final DSLContext sql;

  public JooqOutbox(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean isDue(String mailbox, Instant now) {
    return sql.fetchExists(
        MAIL_OUTBOX,
        MAIL_OUTBOX.MAILBOX.eq(mailbox),
        MAIL_OUTBOX.STATE.eq(WAITING),
        MAIL_OUTBOX.NEXT_AT.le(now));
  }

  @Override
  public void add(Outgoing mail, Instant now) {
    boolean _ = OutboxRows.insert(sql, mail, now);
  }

  @Override
  public Optional<Outgoing> next(String mailbox, String owner, Instant now, Instant until) {
    return sql.update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.STATE, SENDING)
        .set(MAIL_OUTBOX.ATTEMPTS, MAIL_OUTBOX.ATTEMPTS.plus(1))
        .set(MAIL_OUTBOX.LEASE_OWNER, owner)
        .set(MAIL_OUTBOX.LEASE_UNTIL, until)
        .where(
            MAIL_OUTBOX.ID.eq(
                select(MAIL_OUTBOX.ID)
                    .from(MAIL_OUTBOX)
                    .where(MAIL_OUTBOX.MAILBOX.eq(mailbox).and(MAIL_OUTBOX.STATE.eq(WAITING)))
                    .and(MAIL_OUTBOX.NEXT_AT.le(now))
                    .orderBy(MAIL_OUTBOX.NEXT_AT, MAIL_OUTBOX.CREATED_AT)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()))
        .returning()
        .fetchOptional()
        .map(OutboxRows::read);
  }

  @Override
  public void sent(UUID id, Instant at) {
    sql.update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.STATE, SENT)
        .set(MAIL_OUTBOX.SENT_AT, at)
        .set(MAIL_OUTBOX.ERROR, "")
        .where(MAIL_OUTBOX.ID.eq(id))
        .execute();
  }

  @Override
  public void failed(UUID id, String why, Instant next) {
    sql.update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.STATE, WAITING)
        .set(MAIL_OUTBOX.NEXT_AT, next)
        .set(MAIL_OUTBOX.ERROR, why)
        .where(MAIL_OUTBOX.ID.eq(id).and(MAIL_OUTBOX.STATE.eq(SENDING)))
        .execute();
  }

  @Override
  public void refused(UUID id, String why) {
    sql.transaction(transaction -> {
      transaction
          .dsl()
          .update(MAIL_OUTBOX)
          .set(MAIL_OUTBOX.STATE, REFUSED)
          .set(MAIL_OUTBOX.ERROR, why)
          .where(MAIL_OUTBOX.ID.eq(id))
          .execute();
      // Whoever looks at the thread next tells a person.
      transaction
          .dsl()
          .update(MAIL_THREAD)
          .set(MAIL_THREAD.LOOK_AT, MAIL_THREAD.UPDATED_AT)
          .where(
              MAIL_THREAD.ID.eq(
                  select(MAIL_OUTBOX.THREAD_ID)
                      .from(MAIL_OUTBOX)
                      .where(MAIL_OUTBOX.ID.eq(id))
                      .and(MAIL_OUTBOX.KIND.notIn(TO_PEOPLE))))
          .execute();
    });
  }

  @Override
  public void doubtful(UUID id, String why, Instant at) {
    sql.update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.LEASE_UNTIL, at)
        .set(MAIL_OUTBOX.ERROR, why)
        .where(MAIL_OUTBOX.ID.eq(id).and(MAIL_OUTBOX.STATE.eq(SENDING)))
        .execute();
  }

  @Override
  public void takeOver(String owner, Instant now) {
    sql.update(MAIL_OUTBOX)
        .set(MAIL_OUTBOX.LEASE_UNTIL, now)
        .set(MAIL_OUTBOX.ERROR, "stopped while it was being sent")
        .where(MAIL_OUTBOX.STATE.eq(SENDING).and(MAIL_OUTBOX.LEASE_OWNER.eq(owner)))
        .and(MAIL_OUTBOX.LEASE_UNTIL.gt(now))
        .execute();
  }

  @Override
  public Doubts settle(String mailbox, boolean receipts, Duration grace, Instant now) {
    Condition doubtful =
        MAIL_OUTBOX
            .MAILBOX
            .eq(mailbox)
            .and(MAIL_OUTBOX.STATE.eq(SENDING))
            .and(MAIL_OUTBOX.LEASE_UNTIL.le(now));
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      int sent =
          inside
              .update(MAIL_OUTBOX)
              .set(MAIL_OUTBOX.STATE, SENT)
              .set(MAIL_OUTBOX.SENT_AT, MAIL_OUTBOX.RECEIPT_AT)
              .where(doubtful.and(MAIL_OUTBOX.RECEIPT_AT.isNotNull()))
              .execute();
      int again =
          inside
              .update(MAIL_OUTBOX)
              .set(MAIL_OUTBOX.STATE, WAITING)
              .set(MAIL_OUTBOX.NEXT_AT, now)
              .where(doubtful.and(knownByNow(inside, mailbox, receipts, grace, now)))
              .execute();
      return new Doubts(sent, again, inside.fetchCount(MAIL_OUTBOX, doubtful));
    });
  }

  /// Whether a copy, if there were one, would have been seen. Mails to our own people have none,
  /// and go again.
  private static Condition knownByNow(
      DSLContext sql, String mailbox, boolean receipts, Duration grace, Instant now) {
    Instant seen = now;
    if (receipts) {
      Instant caughtUp =
          sql.select(DSL.max(MAIL_FOLDER.CAUGHT_UP_AT))
              .from(MAIL_FOLDER)
              .where(MAIL_FOLDER.MAILBOX.eq(mailbox))
              .fetchOneInto(Instant.class);
      seen = caughtUp == null ? Instant.EPOCH : caughtUp;
    }
    return MAIL_OUTBOX.LEASE_UNTIL.le(seen.minus(grace)).or(MAIL_OUTBOX.KIND.in(TO_PEOPLE));
  }
}
