package parley.db.log;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.TRANSFER;

import java.util.UUID;
import org.jooq.DSLContext;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.CallEnded;
import parley.dialogue.log.LogEntry.CallStarted;

/// The two rows that a call has from its first entry on: its conversation and the call.
final class CallRows {

  private CallRows() {}

  /// Makes both rows when they are missing, with the little that any entry tells.
  static void ensure(DSLContext sql, LogEntry entry) {
    UUID id = entry.call().value();
    sql.insertInto(CONVERSATION)
        .set(CONVERSATION.ID, id)
        .set(CONVERSATION.CHANNEL, "VOICE")
        .set(CONVERSATION.STATUS, "IN_PROGRESS")
        .set(CONVERSATION.CREATED_AT, entry.at())
        .set(CONVERSATION.UPDATED_AT, entry.at())
        .onConflict(CONVERSATION.ID)
        .doNothing()
        .execute();
    sql.insertInto(CALL)
        .set(CALL.ID, id)
        .set(CALL.STARTED_AT, entry.at())
        .onConflict(CALL.ID)
        .doNothing()
        .execute();
  }

  static void start(DSLContext sql, CallStarted started) {
    sql.transaction(transaction -> {
      ensure(transaction.dsl(), started);
      fillStart(transaction.dsl(), started);
    });
  }

  private static void fillStart(DSLContext sql, CallStarted started) {
    UUID id = started.call().value();
    int filled =
        sql.update(CALL)
            .set(CALL.STARTED_ENTRY_ID, started.id())
            .set(CALL.STARTED_AT, started.at())
            .set(CALL.CALLER, started.caller().value())
            .set(CALL.DIALLED, started.dialled())
            .set(CALL.QUEUE, started.queue())
            .set(CALL.SIP_CALL_ID, started.sipCallId())
            .where(CALL.ID.eq(id).and(CALL.STARTED_ENTRY_ID.isNull()))
            .execute();
    if (filled == 1) {
      sql.update(CONVERSATION)
          .set(CONVERSATION.LANGUAGE_CODE, started.language())
          .set(CONVERSATION.CREATED_AT, started.at())
          .where(CONVERSATION.ID.eq(id))
          .execute();
    }
  }

  static void end(DSLContext sql, CallEnded ended) {
    sql.transaction(transaction -> {
      ensure(transaction.dsl(), ended);
      fillEnd(transaction.dsl(), ended);
    });
  }

  private static void fillEnd(DSLContext sql, CallEnded ended) {
    UUID id = ended.call().value();
    int filled =
        sql.update(CALL)
            .set(CALL.ENDED_ENTRY_ID, ended.id())
            .set(CALL.ENDED_AT, ended.at())
            .set(CALL.OUTCOME, ended.outcome().name())
            .set(CALL.END_REASON, ended.reason())
            .set(CALL.ANSWERED_AT, ended.answeredAt())
            .where(CALL.ID.eq(id).and(CALL.ENDED_ENTRY_ID.isNull()))
            .execute();
    if (filled == 1) {
      closeConversation(sql, ended);
    }
  }

  private static void closeConversation(DSLContext sql, CallEnded ended) {
    UUID id = ended.call().value();
    String status = status(ended.outcome());
    boolean byPerson = ended.outcome() == Outcome.TRANSFERRED;
    var lastTransfer = TRANSFER.CALL_ID.eq(id);
    sql.update(CONVERSATION)
        .set(CONVERSATION.STATUS, status)
        .set(CONVERSATION.UPDATED_AT, ended.at())
        .set(CONVERSATION.RESOLVED_AT, status.equals("RESOLVED") ? ended.at() : null)
        .set(CONVERSATION.AI_HANDLED, !byPerson)
        .set(
            CONVERSATION.ESCALATION_REASON,
            select(TRANSFER.REASON)
                .from(TRANSFER)
                .where(lastTransfer)
                .orderBy(TRANSFER.AT.desc())
                .limit(1))
        .set(
            CONVERSATION.ASSIGNED_AGENT_ID,
            select(TRANSFER.AGENT_ID)
                .from(TRANSFER)
                .where(lastTransfer.and(byPerson ? TRANSFER.AGENT_ID.ne("") : falseCondition()))
                .orderBy(TRANSFER.AT.desc())
                .limit(1))
        .where(CONVERSATION.ID.eq(id))
        .execute();
  }

  /// A call is over, but is the matter? It is not while a person still has to take it up.
  private static String status(Outcome outcome) {
    return switch (outcome) {
      case COMPLETED, CALLER_HUNG_UP, SILENT -> "RESOLVED";
      case TRANSFERRED,
          CALLBACK_PROMISED,
          UNANSWERED,
          REFUSED_BUSY,
          FAILED,
          OTHER_PERSON,
          MESSAGE_LEFT ->
          "ESCALATED";
    };
  }
}
