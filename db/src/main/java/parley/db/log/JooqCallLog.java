package parley.db.log;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MESSAGE;
import static parley.db.jooq.Tables.MESSAGE_ORIGINAL;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import parley.db.customer.Cases;
import parley.db.jooq.tables.records.CallRecord;
import parley.dialogue.call.CallId;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.LogEntry;
import parley.dialogue.memory.CustomerCase;

/// Reads calls from PostgreSQL. Thread: any.
public final class JooqCallLog implements CallLog {

  private static final Field<Integer> TURNS =
      field(selectCount().from(MESSAGE).where(MESSAGE.CONVERSATION_ID.eq(CALL.ID)));

  private final DSLContext sql;

  public JooqCallLog(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<CallSummary> list(Filter filter) {
    return sql.select(CALL.asterisk(), TURNS)
        .from(CALL)
        .where(condition(filter))
        .orderBy(CALL.STARTED_AT.desc(), CALL.ID)
        .limit(filter.limit())
        .offset(filter.offset())
        .fetch(JooqCallLog::summary);
  }

  @Override
  public Optional<CallDetail> find(CallId id) {
    // One transaction, so that the parts of a call that goes on belong together.
    return sql.transactionResult(transaction -> find(transaction.dsl(), CALL.ID.eq(id.value())));
  }

  @Override
  public List<CallId> idsBeginning(String prefix, int atMost) {
    return sql.select(CALL.ID)
        .from(CALL)
        .where(CALL.ID.cast(SQLDataType.VARCHAR).startsWith(prefix.toLowerCase(Locale.ROOT)))
        .orderBy(CALL.STARTED_AT.desc())
        .limit(atMost)
        .fetch(row -> new CallId(row.value1()));
  }

  @Override
  public Optional<CallDetail> findBySipCallId(String sipCallId) {
    if (sipCallId.isEmpty()) {
      return Optional.empty();
    }
    return sql.transactionResult(
        transaction -> find(transaction.dsl(), CALL.SIP_CALL_ID.eq(sipCallId)));
  }

  @Override
  public CustomerCase sameCustomer(CallId id) {
    return Cases.ofCall(sql, id.value());
  }

  @Override
  public Map<UUID, String> readOriginals(LogEntry.Audited reading) {
    return sql.transactionResult(transaction -> {
      EntryRows.insert(transaction.dsl(), reading);
      return transaction
          .dsl()
          .selectFrom(MESSAGE_ORIGINAL)
          .where(MESSAGE_ORIGINAL.CONVERSATION_ID.eq(reading.call().value()))
          .fetchMap(MESSAGE_ORIGINAL.MESSAGE_ID, MESSAGE_ORIGINAL.SEALED);
    });
  }

  private static Optional<CallDetail> find(DSLContext sql, Condition which) {
    sql.execute("set transaction isolation level repeatable read read only");
    return sql.select(CALL.asterisk(), TURNS, CONVERSATION.LANGUAGE_CODE)
        .from(CALL)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(CALL.ID))
        .where(which)
        .orderBy(CALL.STARTED_AT.desc())
        .limit(1)
        .fetchOptional()
        .map(row -> detail(sql, row));
  }

  private static CallDetail detail(DSLContext sql, Record row) {
    UUID id = row.get(CALL.ID);
    EntryReader entries = new EntryReader(sql, id);
    return new CallDetail(
        summary(row),
        row.get(CONVERSATION.LANGUAGE_CODE),
        row.get(CALL.QUEUE),
        entries.turns(),
        entries.legs(),
        entries.transfers(),
        entries.recordings(),
        entries.promises(),
        entries.audit(),
        ConclusionRows.read(sql, id));
  }

  private static Condition condition(Filter filter) {
    Condition condition = noCondition();
    if (filter.from() != null) {
      condition = condition.and(CALL.STARTED_AT.ge(filter.from()));
    }
    if (filter.to() != null) {
      condition = condition.and(CALL.STARTED_AT.lt(filter.to()));
    }
    if (filter.number() != null) {
      condition = condition.and(CALL.CALLER.containsIgnoreCase(filter.number()));
    }
    if (filter.outcome() != null) {
      condition = condition.and(CALL.OUTCOME.eq(filter.outcome().name()));
    }
    return condition;
  }

  private static CallSummary summary(Record row) {
    CallRecord call = row.into(CALL);
    return new CallSummary(
        new CallId(call.getId()),
        call.getStartedAt(),
        call.getEndedAt(),
        call.getCaller(),
        call.getDialled(),
        outcome(call.getOutcome()),
        row.get(TURNS));
  }

  private static @Nullable Outcome outcome(@Nullable String name) {
    return name == null ? null : Outcome.valueOf(name);
  }
}
