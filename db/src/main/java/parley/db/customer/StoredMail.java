package parley.db.customer;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_CHUNK;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.jooq.Tables.MAIL_THREAD;
import static parley.db.jooq.Tables.MESSAGE;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import parley.dialogue.memory.Customers.Stored;

/// What is kept of the mails of an address: its threads, and mails of it in none, such as those in
/// quarantine. Thread: any.
final class StoredMail {

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
  /// answered again.
  static void delete(DSLContext sql, String address) {
    // The database itself deletes what hangs on a thread, and its mails' bytes.
    sql.deleteFrom(CONVERSATION).where(CONVERSATION.ID.in(threads(address))).execute();
    sql.deleteFrom(MAIL_CHUNK)
        .where(
            MAIL_CHUNK.MAIL_ID.in(
                select(MAIL_RECEIVED.ID)
                    .from(MAIL_RECEIVED)
                    .where(MAIL_RECEIVED.SENDER.eq(address))))
        .execute();
    sql.update(MAIL_RECEIVED)
        .set(MAIL_RECEIVED.SENDER, "")
        .set(MAIL_RECEIVED.MESSAGE_ID, "")
        .where(MAIL_RECEIVED.SENDER.eq(address))
        .execute();
  }

  private static Condition customer(String address) {
    return lower(MAIL_THREAD.CUSTOMER).eq(address);
  }

  private static Select<Record1<UUID>> threads(String address) {
    return select(MAIL_THREAD.ID).from(MAIL_THREAD).where(customer(address));
  }
}
