package parley.db.callback;

import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.Beginning;
import parley.callback.work.CallbackStore;
import parley.callback.work.Lease;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.db.jooq.tables.records.CallbackAttemptRecord;
import parley.db.jooq.tables.records.CallbackRecord;

/// Callbacks as work, in PostgreSQL. Thread: any; a callback's row is locked by who changes it.
public final class JooqCallbackStore implements CallbackStore {

  /// Who has no line comes up again after so long, and later the more are before it: whoever
  /// becomes the first of its queue is woken anyway.
  private static final Duration TURN = Duration.ofSeconds(1);

  private static final int MOST_TURNS = 30;

  /// Nodes on the other Asterisk look within this.
  private static final Duration ELSEWHERE = Duration.ofSeconds(2);

  private final DSLContext sql;

  public JooqCallbackStore(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Callback> find(Lease lease) {
    return sql.selectFrom(CALLBACK)
        .where(CALLBACK.ID.eq(lease.callback()))
        .fetchOptional(CallbackRows::read);
  }

  @Override
  public Beginning begin(Lease lease, Node node, Room room, Instant now) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      CallbackRecord row = locked(inside, lease.callback());
      return row == null ? gone(inside, lease) : begin(inside, row, lease, node, room, now);
    });
  }

  private static Beginning begin(
      DSLContext sql, CallbackRecord row, Lease lease, Node node, Room room, Instant now) {
    return switch (CallbackState.valueOf(row.getState())) {
      case DIALLING -> resume(sql, row, lease, node, now);
      case WAITING -> {
        if (ReminderCalls.isMoot(row, now)) {
          StateRows.close(sql, row, CallbackState.GIVEN_UP, ReminderCalls.NO_POINT, now);
          yield new Beginning.Gone();
        }
        if (row.getNextAt().isAfter(now)) {
          ScheduleRows.giveBack(sql, lease, row.getNextAt());
          yield Beginning.Later.NOT_DUE;
        }
        yield beginWaiting(sql, row, lease, node, room, now);
      }
      case KEPT, GIVEN_UP, CANCELLED, NEEDS_PERSON -> gone(sql, lease);
    };
  }

  private static Beginning gone(DSLContext sql, Lease lease) {
    ScheduleRows.delete(sql, lease);
    return new Beginning.Gone();
  }

  private static Beginning resume(
      DSLContext sql, CallbackRecord row, Lease lease, Node node, Instant now) {
    CallbackAttemptRecord open =
        sql.fetchSingle(
            CALLBACK_ATTEMPT,
            CALLBACK_ATTEMPT.CALLBACK_ID.eq(row.getId()).and(CALLBACK_ATTEMPT.SETTLED_AT.isNull()));
    if (!open.getAsterisk().equals(node.asterisk())) {
      ScheduleRows.giveBack(sql, lease, now.plus(ELSEWHERE));
      return Beginning.Later.ELSEWHERE;
    }
    return new Beginning.Begun(
        new Attempt(open.getId(), CallbackRows.read(row), open.getNumber()), true);
  }

  private static Beginning beginWaiting(
      DSLContext sql, CallbackRecord row, Lease lease, Node node, Room room, Instant now) {
    QueueOrder.lock(sql, row.getQueue());
    int free = Math.min(room.most() - QueueOrder.calls(sql, row.getQueue()), room.here());
    int before = QueueOrder.before(sql, row, now);
    if (before >= free) {
      // Should this be lost, its lease runs out; and nobody of the queue waits for a disk.
      sql.execute("set local synchronous_commit = off");
      ScheduleRows.giveBack(sql, lease, now.plus(turn(before, Math.min(room.most(), room.here()))));
      return Beginning.Later.NO_ROOM;
    }
    int number = row.getAttempts() + 1;
    row.setState(CallbackState.DIALLING.name());
    row.setAttempts(number);
    row.setUpdatedAt(now);
    row.update();
    Attempt attempt = new Attempt(UUID.randomUUID(), CallbackRows.read(row), number);
    insert(sql, attempt, node, now);
    return new Beginning.Begun(attempt, false);
  }

  private static Duration turn(int before, int most) {
    long turns = 1L + before / Math.max(1, most);
    return TURN.multipliedBy(Math.min(turns, MOST_TURNS));
  }

  private static void insert(DSLContext sql, Attempt attempt, Node node, Instant now) {
    sql.insertInto(CALLBACK_ATTEMPT)
        .set(CALLBACK_ATTEMPT.ID, attempt.id())
        .set(CALLBACK_ATTEMPT.CALLBACK_ID, attempt.callback().id())
        .set(CALLBACK_ATTEMPT.NUMBER, attempt.number())
        .set(CALLBACK_ATTEMPT.QUEUE, attempt.callback().queue())
        .set(CALLBACK_ATTEMPT.ASKED_AT, now)
        .set(CALLBACK_ATTEMPT.NODE, node.name())
        .set(CALLBACK_ATTEMPT.ASTERISK, node.asterisk())
        .execute();
  }

  @Override
  public List<AttemptOutcome> outcomes(UUID callback) {
    return sql.select(CALLBACK_ATTEMPT.OUTCOME)
        .from(CALLBACK_ATTEMPT)
        .where(CALLBACK_ATTEMPT.CALLBACK_ID.eq(callback))
        .and(CALLBACK_ATTEMPT.OUTCOME.isNotNull())
        .orderBy(CALLBACK_ATTEMPT.ASKED_AT, CALLBACK_ATTEMPT.NUMBER)
        .fetch(row -> AttemptOutcome.valueOf(row.value1()));
  }

  @Override
  public boolean settle(Attempt attempt, AttemptOutcome outcome, Next next, int most, Instant now) {
    return sql.transactionResult(transaction -> {
      DSLContext inside = transaction.dsl();
      CallbackRecord row = locked(inside, attempt.callback().id());
      int settled =
          inside
              .update(CALLBACK_ATTEMPT)
              .set(CALLBACK_ATTEMPT.SETTLED_AT, now)
              .set(CALLBACK_ATTEMPT.OUTCOME, outcome.name())
              .where(CALLBACK_ATTEMPT.ID.eq(attempt.id()).and(CALLBACK_ATTEMPT.SETTLED_AT.isNull()))
              .execute();
      if (row == null || settled == 0) {
        return false;
      }
      if (outcome == AttemptOutcome.NO_TAKER) {
        row.setAttempts(attempt.number() - 1);
      }
      goOn(inside, row, next, now);
      String queue = attempt.callback().queue();
      ScheduleRows.wakeFirst(inside, queue, most - QueueOrder.calls(inside, queue), now);
      return true;
    });
  }

  private static void goOn(DSLContext sql, CallbackRecord row, Next next, Instant now) {
    switch (next) {
      case Next.Again again when ReminderCalls.isMoot(row, again.at()) ->
          StateRows.close(sql, row, CallbackState.GIVEN_UP, ReminderCalls.NO_POINT, now);
      case Next.Again again -> {
        row.setState(CallbackState.WAITING.name());
        row.setNextAt(again.at());
        row.setUpdatedAt(now);
        row.update();
        ScheduleRows.giveBack(sql, row.getId(), again.at());
      }
      case Next.Kept _ -> StateRows.close(sql, row, CallbackState.KEPT, "", now);
      case Next.GivenUp up -> StateRows.close(sql, row, CallbackState.GIVEN_UP, up.why(), now);
      case Next.AskPerson ask -> StateRows.askPerson(sql, row, ask.why(), now);
    }
  }

  @Override
  public List<UUID> remembered(Node node, Instant settledBefore, int most) {
    return sql.select(CALLBACK_ATTEMPT.ID)
        .from(CALLBACK_ATTEMPT)
        .where(CALLBACK_ATTEMPT.ASTERISK.eq(node.asterisk()))
        .and(CALLBACK_ATTEMPT.NOTED)
        .and(CALLBACK_ATTEMPT.SETTLED_AT.lt(settledBefore))
        .orderBy(CALLBACK_ATTEMPT.SETTLED_AT)
        .limit(most)
        .fetch(CALLBACK_ATTEMPT.ID);
  }

  @Override
  public void forgotten(List<UUID> attempts) {
    sql.update(CALLBACK_ATTEMPT)
        .set(CALLBACK_ATTEMPT.NOTED, false)
        .where(CALLBACK_ATTEMPT.ID.in(attempts))
        .execute();
  }

  @Override
  public void postpone(Lease lease, Instant until) {
    ScheduleRows.giveBack(sql, lease, until);
  }

  @Override
  public void notBefore(Lease lease, Instant at, Instant now) {
    changeWaiting(
        lease,
        (inside, row) -> {
          row.setNextAt(at);
          row.setUpdatedAt(now);
          row.update();
          ScheduleRows.giveBack(inside, lease, at);
        });
  }

  @Override
  public void askPerson(Lease lease, String why, Instant now) {
    changeWaiting(lease, (inside, row) -> StateRows.askPerson(inside, row, why, now));
  }

  @Override
  public void forget(Lease lease) {
    ScheduleRows.delete(sql, lease);
  }

  /// A lease that was lost meanwhile to a node that has begun a call changes nothing.
  private void changeWaiting(Lease lease, Change change) {
    sql.transaction(transaction -> {
      CallbackRecord row = locked(transaction.dsl(), lease.callback());
      if (row != null && row.getState().equals(CallbackState.WAITING.name())) {
        change.make(transaction.dsl(), row);
      }
    });
  }

  @FunctionalInterface
  private interface Change {
    void make(DSLContext sql, CallbackRecord row);
  }

  private static @Nullable CallbackRecord locked(DSLContext sql, UUID callback) {
    return sql.selectFrom(CALLBACK).where(CALLBACK.ID.eq(callback)).forUpdate().fetchOne();
  }
}
