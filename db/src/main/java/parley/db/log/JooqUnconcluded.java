package parley.db.log;

import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CONCLUSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import parley.dialogue.call.CallId;
import parley.dialogue.ending.Unconcluded;
import parley.dialogue.log.CallLog.CallDetail;

/// Finds calls that are over and have no conclusion. Thread: any.
public final class JooqUnconcluded implements Unconcluded {

  private final DSLContext sql;
  private final JooqCallLog calls;

  public JooqUnconcluded(DSLContext sql) {
    this.sql = sql;
    this.calls = new JooqCallLog(sql);
  }

  @Override
  public List<Over> since(Instant earliest, Instant now, int atMost) {
    return sql.select(CALL.ID, CALL.ENDED_AT)
        .from(CALL)
        .leftAntiJoin(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(CALL.ID))
        .where(CALL.ENDED_AT.ge(earliest))
        .orderBy(CALL.ENDED_AT, CALL.ID)
        .limit(atMost)
        .fetch(row -> new Over(new CallId(row.value1()), row.value2()));
  }

  @Override
  public Optional<CallDetail> find(CallId id) {
    return calls.find(id);
  }
}
