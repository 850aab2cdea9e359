package parley.db.mail;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.when;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import parley.db.log.Senders;
import parley.mail.work.MailThread;
import parley.mail.work.Settlement;

/// The rows of a thread: its conversation, what only mail has, and its turns as messages.
final class ThreadRows {

  private ThreadRows() {}

  /// No rule of waiting threads looks at it earlier.
  private static final Duration FIRST_LOOK = Duration.ofHours(1);

  /// @param anew whether whom it waits for has reason to begin to wait, even if it is the same one
  static void write(
      DSLContext sql, MailThread thread, List<Settlement.Turn> turns, boolean anew, Instant now) {
    conversation(sql, thread, now);
    Condition since = MAIL_THREAD.STATE.ne(thread.state().name()).or(condition(anew));
    Instant look = thread.state() == MailThread.State.CLOSED ? null : now.plus(FIRST_LOOK);
    sql.insertInto(MAIL_THREAD)
        .set(MAIL_THREAD.ID, thread.id())
        .set(MAIL_THREAD.TOKEN, thread.token())
        .set(MAIL_THREAD.MAILBOX, thread.mailbox())
        .set(MAIL_THREAD.CUSTOMER, thread.customer())
        .set(MAIL_THREAD.SUBJECT, thread.subject())
        .set(MAIL_THREAD.STATE, thread.state().name())
        .set(MAIL_THREAD.DUE_AT, thread.due().orElse(null))
        .set(MAIL_THREAD.CREATED_AT, now)
        .set(MAIL_THREAD.UPDATED_AT, now)
        .set(MAIL_THREAD.WAITS_SINCE, now)
        .set(MAIL_THREAD.LOOK_AT, look)
        .onConflict(MAIL_THREAD.ID)
        .doUpdate()
        .set(MAIL_THREAD.WAITS_SINCE, when(since, now).otherwise(MAIL_THREAD.WAITS_SINCE))
        .set(
            MAIL_THREAD.FOLLOWED_UP_AT,
            when(since, (Instant) null).otherwise(MAIL_THREAD.FOLLOWED_UP_AT))
        .set(
            MAIL_THREAD.REMINDED_AT, when(since, (Instant) null).otherwise(MAIL_THREAD.REMINDED_AT))
        .set(MAIL_THREAD.REMINDERS, when(since, 0).otherwise(MAIL_THREAD.REMINDERS))
        .set(MAIL_THREAD.LOOK_AT, look)
        .set(MAIL_THREAD.STATE, thread.state().name())
        .set(MAIL_THREAD.DUE_AT, thread.due().orElse(null))
        .set(MAIL_THREAD.UPDATED_AT, now)
        .execute();
    turns(sql, thread, turns, now);
  }

  static void turns(DSLContext sql, MailThread thread, List<Settlement.Turn> turns, Instant now) {
    int number = written(sql, thread);
    for (Settlement.Turn turn : turns) {
      insert(sql, thread, turn, number++, now);
    }
  }

  static void conversation(DSLContext sql, MailThread thread, Instant now) {
    String status =
        switch (thread.state()) {
          case OPEN -> "IN_PROGRESS";
          case PERSON -> "ESCALATED";
          case CLOSED -> "RESOLVED";
        };
    boolean byPerson = thread.state() == MailThread.State.PERSON;
    Instant resolved = thread.state() == MailThread.State.CLOSED ? now : null;
    sql.insertInto(CONVERSATION)
        .set(CONVERSATION.ID, thread.id())
        .set(CONVERSATION.CHANNEL, "EMAIL")
        .set(CONVERSATION.STATUS, status)
        .set(CONVERSATION.LANGUAGE_CODE, thread.language())
        .set(CONVERSATION.AI_HANDLED, !byPerson)
        .set(CONVERSATION.CREATED_AT, now)
        .set(CONVERSATION.UPDATED_AT, now)
        .set(CONVERSATION.RESOLVED_AT, resolved)
        .onConflict(CONVERSATION.ID)
        .doUpdate()
        .set(CONVERSATION.STATUS, status)
        .set(CONVERSATION.LANGUAGE_CODE, thread.language())
        .set(
            CONVERSATION.AI_HANDLED,
            field(condition(CONVERSATION.AI_HANDLED).and(condition(!byPerson))))
        .set(CONVERSATION.UPDATED_AT, now)
        .set(CONVERSATION.RESOLVED_AT, resolved)
        .execute();
  }

  private static int written(DSLContext sql, MailThread thread) {
    Integer turns =
        sql.select(count())
            .from(MESSAGE)
            .where(MESSAGE.CONVERSATION_ID.eq(thread.id()))
            .fetchOneInto(Integer.class);
    return turns == null ? 0 : turns;
  }

  private static void insert(
      DSLContext sql, MailThread thread, Settlement.Turn turn, int number, Instant now) {
    sql.insertInto(MESSAGE)
        .set(MESSAGE.ID, turn.id())
        .set(MESSAGE.CONVERSATION_ID, thread.id())
        .set(MESSAGE.NUMBER, number)
        .set(MESSAGE.SENDER, Senders.of(turn.speaker()))
        .set(MESSAGE.MESSAGE_TYPE, "TEXT")
        .set(MESSAGE.CONTENT, turn.words().text())
        .set(MESSAGE.CREATED_AT, now)
        .set(MESSAGE.LANGUAGE_CODE, turn.language())
        .set(MESSAGE.CITATIONS, turn.citations().toArray(String[]::new))
        .set(MESSAGE.UNDERSTOOD_AS, turn.understoodAs())
        .set(MESSAGE.RULE, turn.rule())
        .onConflict(MESSAGE.ID)
        .doNothing()
        .execute();
  }
}
