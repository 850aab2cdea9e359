package parley.db.followup;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOWED_UP;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import parley.callback.followup.FollowUpLetter;
import parley.callback.followup.FollowUpStep;
import parley.callback.followup.FollowUpStore;
import parley.callback.followup.OpenMatter;
import parley.db.callback.CallbackRows;

/// Follows up conversations in PostgreSQL. The row of `followed_up` is the one that counts: it is
/// written with what it stands for, and a second one of a conversation cannot be. Thread: any;
/// conversations that one node looks at are skipped by the others.
public final class JooqFollowUps implements FollowUpStore {

  /// What was due so long ago is left to people: nobody is called by surprise because a site has
  /// changed its settings, or stood still for a week.
  private static final Duration TOO_LATE = Duration.ofDays(3);

  private final DSLContext sql;

  public JooqFollowUps(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean next(Instant now, Function<OpenMatter, FollowUpStep> decide) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      Optional<UUID> due = due(inside, now);
      due.ifPresent(conversation -> followUp(inside, conversation, now, decide));
      return due.isPresent();
    });
  }

  private static Optional<UUID> due(DSLContext sql, Instant now) {
    return sql.select(FOLLOW_UP.CONVERSATION_ID)
        .from(FOLLOW_UP)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(FOLLOW_UP.CONVERSATION_ID))
        .where(FOLLOW_UP.STATUS.eq(inline("OPEN")))
        .and(FOLLOW_UP.KIND.ne(inline("CALL_BACK")))
        .and(FOLLOW_UP.DUE_AT.between(now.minus(TOO_LATE), now))
        .and(
            notExists(
                selectOne()
                    .from(FOLLOWED_UP)
                    .where(FOLLOWED_UP.CONVERSATION_ID.eq(FOLLOW_UP.CONVERSATION_ID))))
        .and(notExists(goingOn()))
        .orderBy(FOLLOW_UP.DUE_AT)
        .limit(1)
        .forUpdate()
        .of(CONVERSATION)
        .skipLocked()
        .fetchOptional(FOLLOW_UP.CONVERSATION_ID);
  }

  /// Somebody has written in the thread since it was summed up: it will be summed up again.
  private static org.jooq.Select<?> goingOn() {
    return selectOne()
        .from(MAIL_THREAD)
        .join(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(MAIL_THREAD.ID))
        .where(MAIL_THREAD.ID.eq(FOLLOW_UP.CONVERSATION_ID))
        .and(CONCLUSION.WRITTEN_AT.lt(MAIL_THREAD.UPDATED_AT));
  }

  /// Nothing is done where another node was faster: this one's look at the table may be older than
  /// what that one has written.
  private static void followUp(
      DSLContext sql, UUID conversation, Instant now, Function<OpenMatter, FollowUpStep> decide) {
    OpenMatters matters = new OpenMatters(sql, conversation);
    switch (decide.apply(matters.read(now))) {
      case FollowUpStep.Call(var callback) -> {
        if (note(sql, conversation, now, "CALL", "", callback.callback().id(), null)) {
          CallbackRows.insert(sql, callback);
        }
      }
      case FollowUpStep.Mail _ -> {
        if (note(sql, conversation, now, "MAIL", "", null, FollowUpLetter.idOf(conversation))) {
          asked(sql, conversation, now);
        }
      }
      case FollowUpStep.Person(String why) -> {
        boolean _ = note(sql, conversation, now, "PERSON", why, null, null);
      }
      case FollowUpStep.Promised _ -> {
        boolean _ =
            note(sql, conversation, now, "PROMISED", "", matters.coming().orElse(null), null);
      }
    }
  }

  private static boolean note(
      DSLContext sql,
      UUID conversation,
      Instant now,
      String way,
      String why,
      @Nullable UUID callback,
      @Nullable UUID letter) {
    return sql.insertInto(FOLLOWED_UP)
            .set(FOLLOWED_UP.CONVERSATION_ID, conversation)
            .set(FOLLOWED_UP.AT, now)
            .set(FOLLOWED_UP.WAY, way)
            .set(FOLLOWED_UP.WHY, why)
            .set(FOLLOWED_UP.CALLBACK_ID, callback)
            .set(FOLLOWED_UP.LETTER_ID, letter)
            .set(FOLLOWED_UP.LETTER_AT, letter == null ? null : now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /// The rules of mail do not ask a second time whether an answer helped.
  private static void asked(DSLContext sql, UUID thread, Instant now) {
    sql.update(MAIL_THREAD)
        .set(MAIL_THREAD.FOLLOWED_UP_AT, now)
        .where(MAIL_THREAD.ID.eq(thread))
        .execute();
  }

  @Override
  public Optional<FollowUpLetter> claim(Instant now, Instant until) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      Optional<UUID> claimed =
          inside
              .update(FOLLOWED_UP)
              .set(FOLLOWED_UP.LETTER_AT, until)
              .where(
                  FOLLOWED_UP.CONVERSATION_ID.eq(
                      select(FOLLOWED_UP.CONVERSATION_ID)
                          .from(FOLLOWED_UP)
                          .where(FOLLOWED_UP.LETTER_AT.le(now))
                          .orderBy(FOLLOWED_UP.LETTER_AT)
                          .limit(1)
                          .forUpdate()
                          .skipLocked()))
              .returningResult(FOLLOWED_UP.CONVERSATION_ID)
              .fetchOptional(FOLLOWED_UP.CONVERSATION_ID);
      Optional<FollowUpLetter> letter =
          claimed.flatMap(conversation -> new OpenMatters(inside, conversation).letter());
      if (letter.isEmpty()) {
        claimed.ifPresent(conversation -> givenToPeople(inside, conversation));
      }
      return letter;
    });
  }

  /// The address is not known any more.
  private static void givenToPeople(DSLContext sql, UUID conversation) {
    FollowUpEnds.giveToPeople(
        sql,
        FOLLOWED_UP.CONVERSATION_ID.eq(conversation),
        "the customer's address is not known any more");
  }

  @Override
  public void posted(UUID conversation, Instant now) {
    Condition which = FOLLOWED_UP.CONVERSATION_ID.eq(conversation);
    sql.update(FOLLOWED_UP).setNull(FOLLOWED_UP.LETTER_AT).where(which).execute();
  }

  @Override
  public void settle(Instant now) {
    sql.transaction(transaction -> FollowUpEnds.settle(transaction.dsl(), now));
  }
}
