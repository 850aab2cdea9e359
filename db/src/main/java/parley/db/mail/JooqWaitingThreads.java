package parley.db.mail;

import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import parley.mail.followup.Due;
import parley.mail.followup.Waiting;
import parley.mail.loop.AnswerHistory;
import parley.mail.outbox.Outgoing;
import parley.mail.work.MailThread;
import parley.mail.work.MailWork;
import parley.mail.work.WaitingThreads;

/// Threads that wait, in PostgreSQL. A thread that one node looks at is locked, and skipped by the
/// others. Thread: any.
public final class JooqWaitingThreads implements WaitingThreads {

  /// The longest time that a limit of automatic mails counts.
  private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

  /// What is recorded without an answer though a person, or Parley itself, wrote it.
  public static final List<String> NO_ROBOTS =
      List.of("NOTHING_ASKED", "READ_RECEIPT", "OWN_MAIL", "DELAYED");

  private final DSLContext sql;

  public JooqWaitingThreads(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean next(Instant now, Function<Look, Step> decide) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      Optional<Record> row =
          inside
              .select(MAIL_THREAD.asterisk(), CONVERSATION.LANGUAGE_CODE)
              .from(MAIL_THREAD)
              .join(CONVERSATION)
              .on(CONVERSATION.ID.eq(MAIL_THREAD.ID))
              .where(MAIL_THREAD.LOOK_AT.le(now))
              .orderBy(MAIL_THREAD.LOOK_AT)
              .limit(1)
              .forUpdate()
              .of(MAIL_THREAD)
              .skipLocked()
              .fetchOptional()
              .map(found -> found);
      row.ifPresent(found -> {
        Look look = look(inside, found, now);
        write(inside, look, decide.apply(look), now);
      });
      return row.isPresent();
    });
  }

  private static Look look(DSLContext sql, Record row, Instant now) {
    MailThread thread = ThreadQueries.thread(row);
    Instant since = row.get(MAIL_THREAD.WAITS_SINCE);
    Optional<Undelivered> undelivered = undelivered(sql, thread.id());
    Waiting waiting =
        new Waiting(
            switch (thread.state()) {
              case OPEN -> Waiting.Whom.CUSTOMER;
              case PERSON -> Waiting.Whom.PERSON;
              case CLOSED -> Waiting.Whom.NOBODY;
            },
            since,
            Optional.ofNullable(row.get(MAIL_THREAD.FOLLOWED_UP_AT)),
            row.get(MAIL_THREAD.REMINDERS),
            Optional.ofNullable(row.get(MAIL_THREAD.REMINDED_AT)),
            sql.fetchExists(
                MAIL_OUTBOX,
                MAIL_OUTBOX
                    .THREAD_ID
                    .eq(thread.id())
                    .and(MAIL_OUTBOX.STATE.in("WAITING", "SENDING"))),
            undelivered.isPresent(),
            sql.fetchExists(MAIL_RECEIVED, byRobot(thread.id(), since)),
            history(sql, thread, now));
    Condition received = MAIL_RECEIVED.THREAD_ID.eq(thread.id());
    return new Look(
        thread,
        waiting,
        undelivered,
        ThreadQueries.earlier(sql, received, 1).stream()
            .findFirst()
            .map(MailWork.Earlier::messageId)
            .orElse(""),
        ThreadQueries.said(sql, thread.id(), 1).stream().findFirst().orElse(""));
  }

  private static Condition byRobot(UUID thread, Instant since) {
    return MAIL_RECEIVED
        .THREAD_ID
        .eq(thread)
        .and(MAIL_RECEIVED.STATE.in("RECORDED", "QUARANTINED"))
        .and(MAIL_RECEIVED.REASON.notIn(NO_ROBOTS))
        .and(MAIL_RECEIVED.SETTLED_AT.ge(since));
  }

  private static AnswerHistory history(DSLContext sql, MailThread thread, Instant now) {
    return new AnswerHistory(
        ThreadQueries.automatic(
            sql, ThreadQueries.to(thread.customer(), now.minus(LONGEST_WINDOW))),
        ThreadQueries.automatic(sql, MAIL_OUTBOX.THREAD_ID.eq(thread.id())));
  }

  private static Optional<Undelivered> undelivered(DSLContext sql, UUID thread) {
    return sql.selectFrom(MAIL_OUTBOX)
        .where(MAIL_OUTBOX.THREAD_ID.eq(thread).and(MAIL_OUTBOX.STATE.eq("REFUSED")))
        .and(MAIL_OUTBOX.TOLD_AT.isNull().and(MAIL_OUTBOX.KIND.notIn(JooqOutbox.TO_PEOPLE)))
        .orderBy(MAIL_OUTBOX.CREATED_AT)
        .limit(1)
        .fetchOptional()
        .map(row -> new Undelivered(row.getId(), row.getRecipients()[0], row.getError()));
  }

  private static void write(DSLContext sql, Look look, Step step, Instant now) {
    MailThread thread = step.thread();
    switch (step.due()) {
      case Due.Nothing(Instant until) -> lookAgain(sql, thread, until);
      case Due.NothingMore _ -> lookAgain(sql, thread, null);
      case Due.AskCustomer _ -> {
        ThreadRows.turns(sql, thread, step.turns(), now);
        sql.update(MAIL_THREAD)
            .set(MAIL_THREAD.FOLLOWED_UP_AT, now)
            .where(MAIL_THREAD.ID.eq(thread.id()))
            .execute();
      }
      case Due.RemindPerson(int number) ->
          sql.update(MAIL_THREAD)
              .set(MAIL_THREAD.REMINDERS, number)
              .set(MAIL_THREAD.REMINDED_AT, now)
              .where(MAIL_THREAD.ID.eq(thread.id()))
              .execute();
      case Due.Close _ -> ThreadRows.write(sql, thread, step.turns(), true, now);
      case Due.TellPerson _ -> {
        ThreadRows.write(sql, thread, step.turns(), false, now);
        look.undelivered().ifPresent(mail -> told(sql, mail.id(), now));
        // There may be another mail that did not arrive.
        lookAgain(sql, thread, now);
      }
    }
    for (Outgoing mail : step.outgoing()) {
      boolean _ = OutboxRows.insert(sql, mail, now);
    }
  }

  private static void told(DSLContext sql, UUID mail, Instant now) {
    sql.update(MAIL_OUTBOX).set(MAIL_OUTBOX.TOLD_AT, now).where(MAIL_OUTBOX.ID.eq(mail)).execute();
  }

  /// @param at null: never, unless something happens
  private static void lookAgain(DSLContext sql, MailThread thread, @Nullable Instant at) {
    sql.update(MAIL_THREAD)
        .set(MAIL_THREAD.LOOK_AT, at)
        .where(MAIL_THREAD.ID.eq(thread.id()))
        .execute();
  }
}
