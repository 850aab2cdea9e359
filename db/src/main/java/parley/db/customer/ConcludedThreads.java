package parley.db.customer;

import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import parley.dialogue.memory.Recollection;

/// Threads of mail that were concluded. Thread: any.
final class ConcludedThreads {

  private ConcludedThreads() {}

  /// The newest first.
  ///
  /// @param whose threads, and which of them
  /// @param back how old they are at most
  static List<Recollection> of(
      DSLContext sql, Condition whose, Duration back, int most, Instant now) {
    return sql.select(MAIL_THREAD.CREATED_AT, CONVERSATION.CHANNEL, CONCLUSION.asterisk())
        .from(MAIL_THREAD)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(MAIL_THREAD.ID))
        .join(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(MAIL_THREAD.ID))
        .where(whose)
        .and(MAIL_THREAD.CREATED_AT.ge(now.minus(back)))
        .orderBy(MAIL_THREAD.CREATED_AT.desc())
        .limit(most)
        .fetch(row -> Recollections.of(row, row.get(MAIL_THREAD.CREATED_AT), now));
  }
}
