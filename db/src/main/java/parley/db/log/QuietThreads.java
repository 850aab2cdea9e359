package parley.db.log;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.types.DayToSecond;
import parley.dialogue.call.CallId;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.ending.Unconcluded;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.quality.Channel;

/// Finds threads of mail that are over and have no conclusion since their last mail: those that are
/// closed, and those in which nobody has written for a time. A person's time to write is not over
/// before it was promised. Thread: any.
public final class QuietThreads implements Unconcluded {

  private static final String CLOSED = "CLOSED";
  private static final String PERSON = "PERSON";

  /// Longer than anybody is promised an answer in (`follow-up.answer-within`). Bounds the threads
  /// that are looked at, by an index.
  private static final Duration LONGEST_PROMISE = Duration.ofDays(31);

  private final DSLContext sql;
  private final Duration quiet;
  private final Field<Instant> overAt;

  /// @param quiet how long nobody has written in a thread that is over
  public QuietThreads(DSLContext sql, Duration quiet) {
    this.sql = sql;
    this.quiet = quiet;
    Field<Instant> still = MAIL_THREAD.UPDATED_AT.add(DayToSecond.valueOf(quiet));
    this.overAt =
        when(MAIL_THREAD.STATE.eq(CLOSED), MAIL_THREAD.UPDATED_AT)
            .otherwise(greatest(still, coalesce(MAIL_THREAD.DUE_AT, still)));
  }

  @Override
  public List<Over> since(Instant earliest, Instant now, int atMost) {
    return sql.select(MAIL_THREAD.ID, MAIL_THREAD.UPDATED_AT)
        .from(MAIL_THREAD)
        .leftJoin(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(MAIL_THREAD.ID))
        .where(MAIL_THREAD.UPDATED_AT.ge(earliest.minus(quiet).minus(LONGEST_PROMISE)))
        .and(overAt.between(val(earliest), val(now)))
        .and(CONCLUSION.WRITTEN_AT.isNull().or(CONCLUSION.WRITTEN_AT.lt(MAIL_THREAD.UPDATED_AT)))
        .orderBy(MAIL_THREAD.UPDATED_AT, MAIL_THREAD.ID)
        .limit(atMost)
        .fetch(row -> new Over(new CallId(row.value1()), row.value2()));
  }

  @Override
  public Optional<CallDetail> find(CallId id) {
    return sql.transactionResult(transaction -> find(transaction.dsl(), id.value()));
  }

  private static Optional<CallDetail> find(DSLContext sql, UUID id) {
    sql.execute("set transaction isolation level repeatable read read only");
    return sql.select(MAIL_THREAD.asterisk(), CONVERSATION.LANGUAGE_CODE)
        .from(MAIL_THREAD)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(MAIL_THREAD.ID))
        .where(MAIL_THREAD.ID.eq(id))
        .fetchOptional()
        .map(row -> detail(sql, row));
  }

  /// The customer's address is left out: nothing that is concluded needs it.
  private static CallDetail detail(DSLContext sql, Record row) {
    UUID id = row.get(MAIL_THREAD.ID);
    EntryReader entries = new EntryReader(sql, id);
    List<TurnTaken> turns = entries.turns();
    return new CallDetail(
        new CallSummary(
            new CallId(id),
            row.get(MAIL_THREAD.CREATED_AT),
            row.get(MAIL_THREAD.UPDATED_AT),
            "",
            row.get(MAIL_THREAD.MAILBOX),
            outcome(row.get(MAIL_THREAD.STATE), turns),
            turns.size()),
        row.get(CONVERSATION.LANGUAGE_CODE),
        "",
        turns,
        List.of(),
        List.of(),
        List.of(),
        entries.promises(),
        entries.audit(),
        ConclusionRows.read(sql, id),
        Channel.EMAIL);
  }

  /// What a person wrote stands as their taking over. A thread that waits for one has nobody.
  private static Outcome outcome(String state, List<TurnTaken> turns) {
    if (state.equals(PERSON)) {
      return Outcome.UNANSWERED;
    }
    return turns.stream().anyMatch(turn -> turn.speaker() == Speaker.AGENT)
        ? Outcome.TRANSFERRED
        : Outcome.COMPLETED;
  }
}
