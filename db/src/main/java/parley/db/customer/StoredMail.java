package parley.db.customer;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_OUTBOX;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import parley.dialogue.memory.Customers.Stored;

/// What is kept of the mails of an address: its threads, and mails of it in none, such as those in
/// quarantine. Thread: any.
public final class StoredMail {

  private static final String DONE = "RECORDED";
  private static final String FORGOTTEN = "FORGOTTEN";

  private StoredMail() {}

  static Stored count(DSLContext sql, String address) {
    return new Stored(
        sql.fetchCount(MAIL_THREAD, customer(address)),
        0,
        sql.fetchCount(MESSAGE, MESSAGE.CONVERSATION_ID.in(threads(address))),
        sql.fetchCount(CONCLUSION, CONCLUSION.CONVERSATION_ID.in(threads(address))),
        sql.fetchCount(FOLLOW_UP, FOLLOW_UP.CONVERSATION_ID.in(threads(address))),
        0,
        sql.fetchCount(
            MAIL_RECEIVED,
            MAIL_RECEIVED.THREAD_ID.in(threads(address)).or(MAIL_RECEIVED.SENDER.eq(address))),
        List.of());
  }

  /// Of each mail its hash alone stays: without it, one that is still in the mailbox would be
  /// answered again. Who is at one of them now finds it settled, and writes nothing; what a server
  /// is being given now is given, and nothing after it.
  static void delete(DSLContext sql, String address, Instant now) {
    // In the order in which mails are settled: each waits for the other, and none for ever.
    forget(sql, MAIL_RECEIVED.SENDER.eq(address), now);
    List<UUID> threads =
        sql.select(MAIL_THREAD.ID)
            .from(MAIL_THREAD)
            .where(customer(address))
            .forUpdate()
            .fetch(Record1::value1);
    Condition theirs =
        MAIL_OUTBOX.THREAD_ID.in(threads).or(MAIL_OUTBOX.THREAD_ID.isNull().and(goesTo(address)));
    stripSent(sql, theirs, now);
    sql.deleteFrom(MAIL_OUTBOX).where(theirs).execute();
    // The database itself deletes what hangs on a thread, and its mails' bytes.
    sql.deleteFrom(CONVERSATION).where(CONVERSATION.ID.in(threads)).execute();
  }

  private static void forget(DSLContext sql, Condition which, Instant now) {
    List<UUID> mails =
        sql.select(MAIL_RECEIVED.ID)
            .from(MAIL_RECEIVED)
            .where(which)
            .forUpdate()
            .fetch(Record1::value1);
    Condition waits = MAIL_RECEIVED.STATE.eq("RECEIVED");
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.STATE, when(waits, DONE).otherwise(MAIL_RECEIVED.STATE))
        .set(MAIL_RECEIVED.REASON, when(waits, FORGOTTEN).otherwise(MAIL_RECEIVED.REASON))
        .set(MAIL_RECEIVED.SETTLED_AT, when(waits, now).otherwise(MAIL_RECEIVED.SETTLED_AT))
        .where(MAIL_RECEIVED.ID.in(mails))
        .execute();
    strip(sql, MAIL_RECEIVED.ID.in(mails));
  }

  /// A mail that was just settled, in a thread that somebody else has had forgotten meanwhile:
  /// nothing follows from it.
  public static void settledTooLate(DSLContext sql, UUID mail) {
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.STATE, DONE)
        .set(MAIL_RECEIVED.REASON, FORGOTTEN)
        .where(MAIL_RECEIVED.ID.eq(mail))
        .execute();
    strip(sql, MAIL_RECEIVED.ID.eq(mail));
  }

  private static void strip(DSLContext sql, Condition which) {
    sql.deleteFrom(MAIL_CHUNK)
        .where(MAIL_CHUNK.MAIL_ID.in(select(MAIL_RECEIVED.ID).from(MAIL_RECEIVED).where(which)))
        .execute();
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.SENDER, "")
        .set(MAIL_RECEIVED.MESSAGE_ID, "")
        .where(which)
        .execute();
  }

  /// Of a mail whose copy may still come back its Message-ID stays, by which the copy is known.
  private static void stripSent(DSLContext sql, Condition which, Instant now) {
    sql.update(MAIL_OUTBOX)
        .setNull(MAIL_OUTBOX.THREAD_ID)
        .set(MAIL_OUTBOX.STATE, "SENT")
        .set(MAIL_OUTBOX.SENT_AT, coalesce(MAIL_OUTBOX.SENT_AT, val(now, MAIL_OUTBOX.SENT_AT)))
        .set(MAIL_OUTBOX.RECIPIENTS, new String[] {""})
        .set(MAIL_OUTBOX.BYTES, new byte[0])
        .set(MAIL_OUTBOX.ERROR, "")
        .where(which)
        .and(MAIL_OUTBOX.STATE.in("SENDING", "SENT").and(MAIL_OUTBOX.RECEIPT_AT.isNull()))
        .execute();
  }

  private static Condition goesTo(String address) {
    return condition(
        "{0} in (select lower(one) from unnest({1}) as one)", val(address), MAIL_OUTBOX.RECIPIENTS);
  }

  private static Condition customer(String address) {
    return lower(MAIL_THREAD.CUSTOMER).eq(address);
  }

  private static Select<Record1<UUID>> threads(String address) {
    return select(MAIL_THREAD.ID).from(MAIL_THREAD).where(customer(address));
  }
}
