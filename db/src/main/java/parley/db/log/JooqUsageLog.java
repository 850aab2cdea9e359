package parley.db.log;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static parley.db.jooq.Tables.AUDIT;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import parley.db.jooq.tables.records.AuditRecord;
import parley.dialogue.call.CallId;
import parley.dialogue.usage.Exchange;
import parley.dialogue.usage.Feedback;
import parley.dialogue.usage.UsageLog;

/// Reads the use of knowledge from the turns and conclusions that are there anyway; feedback is a
/// line of the audit. Thread: any.
public final class JooqUsageLog implements UsageLog {

  private static final String FEEDBACK = "knowledge-feedback";
  private static final String ENTRY = "entry";
  private static final String GOOD = "good";
  private static final int ROWS_AT_ONCE = 500;

  private final DSLContext sql;

  public JooqUsageLog(DSLContext sql) {
    this.sql = sql;
  }

  /// Rows come in portions, so that years of calls do not have to fit into memory.
  @Override
  public void each(Instant since, int atMost, Consumer<Exchange> taker) {
    sql.transaction(transaction -> {
      try (Cursor<? extends Record> rows =
          transaction
              .dsl()
              .select(MESSAGE.asterisk(), CONCLUSION.DISPOSITION, CONCLUSION.RESOLVED)
              .from(MESSAGE)
              .leftJoin(CONCLUSION)
              .on(CONCLUSION.CONVERSATION_ID.eq(MESSAGE.CONVERSATION_ID))
              .where(MESSAGE.SENDER.ne("SYSTEM"))
              .and(
                  MESSAGE.CONVERSATION_ID.in(
                      select(CONVERSATION.ID)
                          .from(CONVERSATION)
                          .where(CONVERSATION.CREATED_AT.ge(since))
                          .orderBy(CONVERSATION.CREATED_AT.desc())
                          .limit(atMost)))
              .orderBy(MESSAGE.CONVERSATION_ID, MESSAGE.NUMBER, MESSAGE.CREATED_AT)
              .fetchSize(ROWS_AT_ONCE)
              .fetchLazy()) {
        ExchangeRows exchanges = new ExchangeRows(taker);
        rows.forEach(exchanges::add);
        exchanges.end();
      }
    });
  }

  @Override
  public List<Feedback> feedback(Instant since) {
    return sql.selectFrom(AUDIT)
        .where(AUDIT.WHAT.eq(FEEDBACK))
        .and(AUDIT.AT.ge(since))
        .orderBy(AUDIT.AT, AUDIT.ID)
        .fetch(JooqUsageLog::feedback);
  }

  private static Feedback feedback(AuditRecord row) {
    Map<String, String> details = DetailsJson.read(row.getDetails());
    return new Feedback(
        row.getId(),
        row.getAt(),
        details.getOrDefault(ENTRY, ""),
        Boolean.parseBoolean(details.get(GOOD)),
        row.getConversationId() == null ? null : new CallId(row.getConversationId()),
        row.getActor());
  }

  @Override
  public boolean keep(Feedback feedback) {
    CallId call = feedback.call();
    if (call != null && !answeredIn(call, feedback.entry())) {
      return false;
    }
    sql.insertInto(AUDIT)
        .set(AUDIT.ID, feedback.id())
        .set(AUDIT.CONVERSATION_ID, call == null ? null : call.value())
        .set(AUDIT.AT, feedback.at())
        .set(AUDIT.ACTOR, feedback.by())
        .set(AUDIT.WHAT, FEEDBACK)
        .set(
            AUDIT.DETAILS,
            DetailsJson.write(
                Map.of(ENTRY, feedback.entry(), GOOD, String.valueOf(feedback.good()))))
        .onConflict(AUDIT.ID)
        .doNothing()
        .execute();
    return true;
  }

  private boolean answeredIn(CallId call, String entry) {
    return sql.fetchExists(
        sql.selectOne()
            .from(MESSAGE)
            .where(MESSAGE.CONVERSATION_ID.eq(call.value()))
            .and(val(entry).eq(any(MESSAGE.CITATIONS))));
  }
}
