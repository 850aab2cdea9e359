package parley.db.customer;

import static org.jooq.impl.DSL.lower;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.memory.Recollection;

/// The concluded threads of mail of a caller whose address is proven. Thread: any.
final class LinkedThreads {

  private LinkedThreads() {}

  static List<Recollection> of(
      DSLContext sql, PhoneNumber caller, Duration back, int most, Instant now) {
    Set<String> addresses = ContactLinks.addresses(sql, caller);
    if (addresses.isEmpty()) {
      return List.of();
    }
    return sql.select(MAIL_THREAD.CREATED_AT, CONVERSATION.CHANNEL, CONCLUSION.asterisk())
        .from(MAIL_THREAD)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(MAIL_THREAD.ID))
        .join(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(MAIL_THREAD.ID))
        .where(lower(MAIL_THREAD.CUSTOMER).in(addresses))
        .and(MAIL_THREAD.CREATED_AT.ge(now.minus(back)))
        .orderBy(MAIL_THREAD.CREATED_AT.desc())
        .limit(most)
        .fetch(row ->
            new Recollection(
                Duration.between(row.get(MAIL_THREAD.CREATED_AT), now),
                row.get(CONVERSATION.CHANNEL),
                Disposition.valueOf(row.get(CONCLUSION.DISPOSITION)),
                row.get(CONCLUSION.RESOLVED),
                new Spoken(row.get(CONCLUSION.TOPIC)),
                new Spoken(row.get(CONCLUSION.SUMMARY))));
  }
}
