package parley.db.log;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.MESSAGE;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.CallId;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;

/// Calls that were under way when the process that had them was killed: their end never came into
/// the log. Thread: any.
public final class UnfinishedCalls {
  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedCalls.class);

  private final DSLContext sql;

  public UnfinishedCalls(DSLContext sql) {
    this.sql = sql;
  }

  /// Ends them at the moment of their last turn. Only for a database that no other Parley takes
  /// calls with, and before this one does.
  public void end(ConversationLog log) {
    var lastSeen = coalesce(max(MESSAGE.CREATED_AT), CALL.STARTED_AT);
    List<LogEntry.CallEnded> ends =
        sql.select(CALL.ID, lastSeen, CALL.ANSWERED_AT)
            .from(CALL)
            .leftJoin(MESSAGE)
            .on(MESSAGE.CONVERSATION_ID.eq(CALL.ID))
            .where(CALL.ENDED_AT.isNull())
            .groupBy(CALL.ID, CALL.STARTED_AT, CALL.ANSWERED_AT)
            .fetch(row ->
                new LogEntry.CallEnded(
                    UUID.randomUUID(),
                    new CallId(row.value1()),
                    row.value2(),
                    Outcome.FAILED,
                    "Parley ended during the call; the dialplan had the caller",
                    row.value3()));
    ends.forEach(log::write);
    if (!ends.isEmpty()) {
      LOG.warn(
          "{} calls were under way when Parley ended last; their log is closed now", ends.size());
    }
  }
}
