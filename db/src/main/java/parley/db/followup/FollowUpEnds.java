package parley.db.followup;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.FOLLOWED_UP;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_OUTBOX;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import parley.db.jooq.tables.Callback;

/// What calls and letters that saw to something have come to.
final class FollowUpEnds {

  private static final Field<String> OUTCOME =
      when(CALLBACK.STATE.eq("KEPT"), inline("DONE")).otherwise(inline("CANCELLED"));

  private FollowUpEnds() {}

  static void settle(DSLContext sql, Instant now) {
    calledOnce(sql, now);
    promisesKept(sql, now);
    written(sql, now);
    Condition refused =
        FOLLOWED_UP.LETTER_ID.in(
            select(MAIL_OUTBOX.ID).from(MAIL_OUTBOX).where(MAIL_OUTBOX.STATE.eq("REFUSED")));
    giveToPeople(
        sql, FOLLOWED_UP.WAY.eq("MAIL").and(refused), "the mail server does not take the letter");
  }

  static void giveToPeople(DSLContext sql, Condition which, String why) {
    sql.update(FOLLOWED_UP)
        .set(FOLLOWED_UP.WAY, "PERSON")
        .set(FOLLOWED_UP.WHY, why)
        .setNull(FOLLOWED_UP.LETTER_AT)
        .where(which)
        .execute();
  }

  private static void calledOnce(DSLContext sql, Instant now) {
    sql.update(FOLLOW_UP)
        .set(FOLLOW_UP.STATUS, OUTCOME)
        .set(FOLLOW_UP.CLOSED_AT, val(now))
        .from(FOLLOWED_UP.join(CALLBACK).on(CALLBACK.ID.eq(FOLLOWED_UP.CALLBACK_ID)))
        .where(FOLLOWED_UP.CONVERSATION_ID.eq(FOLLOW_UP.CONVERSATION_ID))
        .and(FOLLOW_UP.STATUS.eq("OPEN").and(FOLLOW_UP.KIND.ne("CALL_BACK")))
        .and(CALLBACK.STATE.in("KEPT", "CANCELLED"))
        .execute();
  }

  /// Promises of a conversation are kept when none of its calls is still to be made.
  private static void promisesKept(DSLContext sql, Instant now) {
    Callback other = CALLBACK.as("other");
    sql.update(FOLLOW_UP)
        .set(FOLLOW_UP.STATUS, OUTCOME)
        .set(FOLLOW_UP.CLOSED_AT, val(now))
        .from(CALLBACK)
        .where(CALLBACK.CONVERSATION_ID.eq(FOLLOW_UP.CONVERSATION_ID))
        .and(FOLLOW_UP.STATUS.eq("OPEN").and(FOLLOW_UP.KIND.eq("CALL_BACK")))
        .and(CALLBACK.STATE.in("KEPT", "CANCELLED").and(CALLBACK.ORIGIN.ne("FOLLOW_UP")))
        .and(
            notExists(
                selectOne()
                    .from(other)
                    .where(other.CONVERSATION_ID.eq(FOLLOW_UP.CONVERSATION_ID))
                    .and(other.STATE.notIn("KEPT", "CANCELLED"))))
        .execute();
  }

  private static void written(DSLContext sql, Instant now) {
    sql.update(FOLLOW_UP)
        .set(FOLLOW_UP.STATUS, "DONE")
        .set(FOLLOW_UP.CLOSED_AT, now)
        .from(FOLLOWED_UP.join(MAIL_OUTBOX).on(MAIL_OUTBOX.ID.eq(FOLLOWED_UP.LETTER_ID)))
        .where(FOLLOWED_UP.CONVERSATION_ID.eq(FOLLOW_UP.CONVERSATION_ID))
        .and(FOLLOW_UP.STATUS.eq("OPEN").and(FOLLOW_UP.KIND.ne("CALL_BACK")))
        .and(MAIL_OUTBOX.STATE.eq("SENT"))
        .execute();
  }
}
