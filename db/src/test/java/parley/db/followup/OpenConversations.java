package parley.db.followup;

import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOWED_UP;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.SCHEDULED_TASKS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import parley.callback.followup.FollowUpDesk;
import parley.callback.followup.FollowUpRule;
import parley.callback.promise.DialableNumbers;
import parley.callback.window.NextHour;
import parley.config.CallbackSettings.FollowUps;
import parley.config.CallbackSettings.Way;
import parley.db.TestDatabase;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conclusion.FollowUp;

/// Conversations that were not resolved, in the real database, of a week in which no other test has
/// any.
final class OpenConversations {

  static final Instant NOW = Instant.parse("2026-07-08T12:00:00Z");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final String BOX = "follow-ups";
  static final CallbackWindow WINDOW =
      new CallbackWindow(NOW.plusSeconds(3600), NOW.plusSeconds(5400), BERLIN);

  private static final Instant BEGUN = NOW.minus(Duration.ofHours(26));

  final DSLContext sql = TestDatabase.database().sql();
  private final Set<UUID> ours = new HashSet<>();

  /// Questions are answered by letter, what failed by call, at one hour.
  static FollowUpDesk desk() {
    NextHour hours = (_, _, _) -> new NextHour.Within(WINDOW);
    return new FollowUpDesk(
        new FollowUpRule(new FollowUps(Way.MAIL, Way.CALL)),
        new DialableNumbers(Set.of(), Set.of("112")),
        hours,
        true);
  }

  void clear() {
    sql.deleteFrom(FOLLOWED_UP).execute();
    sql.deleteFrom(MAIL_OUTBOX).where(MAIL_OUTBOX.MAILBOX.eq(BOX)).execute();
    sql.deleteFrom(CALLBACK).execute();
    sql.deleteFrom(SCHEDULED_TASKS).execute();
    sql.deleteFrom(CONVERSATION)
        .where(CONVERSATION.CREATED_AT.between(BEGUN, NOW.plus(Duration.ofDays(1))))
        .execute();
    ours.clear();
  }

  boolean isOurs(UUID conversation) {
    return ours.contains(conversation);
  }

  /// @param number empty: withheld
  UUID call(String number, FollowUp.Kind kind) {
    UUID id = conversation("VOICE", BEGUN);
    phone(id, number, BEGUN, "");
    open(id, kind);
    return id;
  }

  UUID thread(String customer) {
    UUID id = conversation("EMAIL", BEGUN);
    sql.insertInto(MAIL_THREAD)
        .set(MAIL_THREAD.ID, id)
        .set(MAIL_THREAD.TOKEN, id.toString())
        .set(MAIL_THREAD.MAILBOX, BOX)
        .set(MAIL_THREAD.CUSTOMER, customer)
        .set(MAIL_THREAD.STATE, "OPEN")
        .set(MAIL_THREAD.CREATED_AT, BEGUN)
        .set(MAIL_THREAD.UPDATED_AT, BEGUN)
        .set(MAIL_THREAD.WAITS_SINCE, BEGUN)
        .execute();
    open(id, FollowUp.Kind.ANSWER);
    return id;
  }

  /// The same customer calls once more, and nothing is left open.
  void later(String number) {
    UUID id = conversation("VOICE", BEGUN.plusSeconds(600));
    phone(id, number, BEGUN.plusSeconds(600), "phone@customer");
  }

  /// A callback's call, which leaves something open itself.
  UUID ourCall(UUID callback, String number) {
    UUID attempt = UUID.randomUUID();
    sql.insertInto(CALLBACK_ATTEMPT)
        .set(CALLBACK_ATTEMPT.ID, attempt)
        .set(CALLBACK_ATTEMPT.CALLBACK_ID, callback)
        .set(CALLBACK_ATTEMPT.NUMBER, 1)
        .set(CALLBACK_ATTEMPT.QUEUE, "")
        .set(CALLBACK_ATTEMPT.ASKED_AT, BEGUN)
        .set(CALLBACK_ATTEMPT.NODE, "one")
        .set(CALLBACK_ATTEMPT.ASTERISK, "asterisk")
        .set(CALLBACK_ATTEMPT.SETTLED_AT, BEGUN)
        .set(CALLBACK_ATTEMPT.OUTCOME, "KEPT")
        .execute();
    end(callback, "KEPT");
    UUID id = conversation("VOICE", BEGUN.plusSeconds(60));
    phone(id, number, BEGUN.plusSeconds(60), attempt.toString());
    open(id, FollowUp.Kind.REPAIR);
    return id;
  }

  UUID callback(UUID conversation) {
    return sql.fetchSingle(CALLBACK, CALLBACK.CONVERSATION_ID.eq(conversation)).getId();
  }

  void end(UUID callback, String state) {
    sql.update(CALLBACK)
        .set(CALLBACK.STATE, state)
        .setNull(CALLBACK.NEXT_AT)
        .set(CALLBACK.CLOSED_AT, NOW)
        .where(CALLBACK.ID.eq(callback))
        .execute();
  }

  String status(UUID conversation) {
    return sql.fetchSingle(FOLLOW_UP, FOLLOW_UP.CONVERSATION_ID.eq(conversation)).getStatus();
  }

  private UUID conversation(String channel, Instant at) {
    UUID id = UUID.randomUUID();
    ours.add(id);
    sql.insertInto(CONVERSATION)
        .set(CONVERSATION.ID, id)
        .set(CONVERSATION.CHANNEL, channel)
        .set(CONVERSATION.STATUS, "OPEN")
        .set(CONVERSATION.LANGUAGE_CODE, "en")
        .set(CONVERSATION.CREATED_AT, at)
        .set(CONVERSATION.UPDATED_AT, at)
        .execute();
    return id;
  }

  private void phone(UUID id, String number, Instant at, String sipCallId) {
    sql.insertInto(CALL)
        .set(CALL.ID, id)
        .set(CALL.CALLER, number)
        .set(CALL.QUEUE, "")
        .set(CALL.SIP_CALL_ID, sipCallId)
        .set(CALL.STARTED_AT, at)
        .set(CALL.ENDED_AT, at.plusSeconds(30))
        .set(CALL.OUTCOME, "FAILED")
        .execute();
  }

  private void open(UUID id, FollowUp.Kind kind) {
    sql.insertInto(CONCLUSION)
        .set(CONCLUSION.CONVERSATION_ID, id)
        .set(CONCLUSION.ENTRY_ID, UUID.randomUUID())
        .set(CONCLUSION.WRITTEN_AT, BEGUN.plusSeconds(300))
        .set(CONCLUSION.DISPOSITION, "NOT_ANSWERED")
        .set(CONCLUSION.RESOLVED, false)
        .set(CONCLUSION.TOPIC, "where is my parcel")
        .set(CONCLUSION.SUMMARY, "The customer said: where is my parcel.")
        .set(CONCLUSION.AUTHOR, "PARLEY")
        .execute();
    sql.insertInto(FOLLOW_UP)
        .set(FOLLOW_UP.ID, UUID.randomUUID())
        .set(FOLLOW_UP.CONVERSATION_ID, id)
        .set(FOLLOW_UP.KIND, kind.name())
        .set(FOLLOW_UP.DUE_AT, NOW.minusSeconds(60))
        .set(FOLLOW_UP.WHAT, "service orders")
        .execute();
  }
}
