package parley.db.log;

import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.log.LogEntry.Concluded;

/// A conversation's conclusion and what it leaves to be done: written together, once. A thread of
/// mail may go on after it: the later conclusion stands then.
final class ConclusionRows {

  private ConclusionRows() {}

  static void insert(DSLContext sql, Concluded concluded) {
    sql.transaction(transaction -> insertOnce(transaction.dsl(), concluded));
  }

  private static void insertOnce(DSLContext sql, Concluded concluded) {
    UUID id = concluded.call().value();
    Conclusion conclusion = concluded.conclusion();
    boolean mail = sql.fetchExists(MAIL_THREAD, MAIL_THREAD.ID.eq(id));
    if (mail) {
      makeRoom(sql, id, concluded.at());
    }
    int inserted =
        sql.insertInto(CONCLUSION)
            .set(CONCLUSION.CONVERSATION_ID, id)
            .set(CONCLUSION.ENTRY_ID, concluded.id())
            .set(CONCLUSION.WRITTEN_AT, concluded.at())
            .set(CONCLUSION.DISPOSITION, conclusion.disposition().name())
            .set(CONCLUSION.RESOLVED, conclusion.resolved())
            .set(CONCLUSION.TOPIC, conclusion.topic().text())
            .set(CONCLUSION.SUMMARY, conclusion.summary().text())
            .set(CONCLUSION.AUTHOR, conclusion.author().name())
            .onConflict()
            .doNothing()
            .execute();
    if (inserted == 1) {
      conclusion.followUps().forEach(open -> insertFollowUp(sql, id, open));
      if (!mail) {
        reopen(sql, id, conclusion.resolved(), concluded.at());
      }
    }
  }

  private static void makeRoom(DSLContext sql, UUID id, Instant at) {
    int gone =
        sql.deleteFrom(CONCLUSION)
            .where(CONCLUSION.CONVERSATION_ID.eq(id).and(CONCLUSION.WRITTEN_AT.lt(at)))
            .execute();
    if (gone == 1) {
      sql.update(FOLLOW_UP)
          .set(FOLLOW_UP.STATUS, "CANCELLED")
          .set(FOLLOW_UP.CLOSED_AT, at)
          .where(FOLLOW_UP.CONVERSATION_ID.eq(id).and(FOLLOW_UP.STATUS.eq("OPEN")))
          .execute();
    }
  }

  private static void insertFollowUp(DSLContext sql, UUID conversation, FollowUp open) {
    sql.insertInto(FOLLOW_UP)
        .set(FOLLOW_UP.ID, open.id())
        .set(FOLLOW_UP.CONVERSATION_ID, conversation)
        .set(FOLLOW_UP.KIND, open.kind().name())
        .set(FOLLOW_UP.DUE_AT, open.due())
        .set(FOLLOW_UP.WHAT, open.what().text())
        .execute();
  }

  /// A call that simply ended was taken for resolved; now it is known better.
  private static void reopen(DSLContext sql, UUID id, boolean resolved, Instant at) {
    if (!resolved) {
      sql.update(CONVERSATION)
          .set(CONVERSATION.STATUS, "OPEN")
          .setNull(CONVERSATION.RESOLVED_AT)
          .set(CONVERSATION.UPDATED_AT, at)
          .where(CONVERSATION.ID.eq(id).and(CONVERSATION.STATUS.eq("RESOLVED")))
          .execute();
    }
  }

  static @Nullable Conclusion read(DSLContext sql, UUID conversation) {
    return sql.selectFrom(CONCLUSION)
        .where(CONCLUSION.CONVERSATION_ID.eq(conversation))
        .fetchOptional(row ->
            new Conclusion(
                Disposition.valueOf(row.getDisposition()),
                row.getResolved(),
                new Spoken(row.getTopic()),
                new Spoken(row.getSummary()),
                Conclusion.Author.valueOf(row.getAuthor()),
                followUps(sql, conversation)))
        .orElse(null);
  }

  static List<FollowUp> followUps(DSLContext sql, UUID conversation) {
    return sql.selectFrom(FOLLOW_UP)
        .where(FOLLOW_UP.CONVERSATION_ID.eq(conversation))
        .orderBy(FOLLOW_UP.DUE_AT, FOLLOW_UP.KIND, FOLLOW_UP.ID)
        .fetch(row ->
            new FollowUp(
                row.getId(),
                FollowUp.Kind.valueOf(row.getKind()),
                row.getDueAt(),
                new Spoken(row.getWhat())));
  }
}
