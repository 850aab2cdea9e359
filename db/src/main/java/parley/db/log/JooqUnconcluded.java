package parley.db.log;

import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CONCLUSION;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import parley.dialogue.call.CallId;
import parley.dialogue.ending.Unconcluded;

/// Finds calls that are over and have no conclusion. Thread: any.
public final class JooqUnconcluded implements Unconcluded {

  private final DSLContext sql;

  public JooqUnconcluded(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<CallId> since(Instant earliest, int atMost) {
    return sql.select(CALL.ID)
        .from(CALL)
        .leftAntiJoin(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(CALL.ID))
        .where(CALL.ENDED_AT.ge(earliest))
        .orderBy(CALL.ENDED_AT, CALL.ID)
        .limit(atMost)
        .fetch(row -> new CallId(row.value1()));
  }
}
