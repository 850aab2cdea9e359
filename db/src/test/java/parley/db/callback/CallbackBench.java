package parley.db.callback;

import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;
import static parley.db.jooq.Tables.SCHEDULED_TASKS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackWork;
import parley.callback.work.Lease;
import parley.callback.work.NewCallback;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.callback.work.Pace;
import parley.callback.work.Permission;
import parley.db.TestDatabase;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;

/// What tests of callbacks have in common. One test at a time: db-scheduler's table is shared.
final class CallbackBench {

  static final Pace QUICK =
      new Pace(20, Duration.ofMillis(20), Duration.ofSeconds(2), Duration.ofMillis(50));
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  final DSLContext sql = TestDatabase.database().sql();
  final JooqCallbackStore store = new JooqCallbackStore(sql);
  final JooqCallbackOverview overview = new JooqCallbackOverview(sql);
  final Clock clock = new DatabaseClock(sql, System::nanoTime);
  final FakeDialler dialler = new FakeDialler();

  CallbackBench() {
    sql.deleteFrom(SCHEDULED_TASKS).execute();
    sql.deleteFrom(CALLBACK).execute();
  }

  /// One retry after anything but success, then an end.
  static Next plan(AttemptOutcome outcome, int number, Instant now) {
    if (outcome == AttemptOutcome.KEPT) {
      return new Next.Kept();
    }
    return number < 2 ? new Next.Again(now) : new Next.GivenUp("nobody was reached");
  }

  CallbackWork.Rules rules(int most) {
    return new CallbackWork.Rules(
        Permission.ALWAYS,
        _ -> most,
        (attempt, outcomes, now) -> plan(outcomes.getLast(), attempt.number(), now));
  }

  CallbackWork work(String node, int most) {
    return new CallbackWork(
        store, dialler, rules(most), new Node(node, "asterisk"), Duration.ofMillis(50), clock);
  }

  DueCallbacks node(String name, int most) {
    return DueCallbacks.start(
        TestDatabase.database(), new Node(name, "asterisk"), QUICK, clock, work(name, most)::keep);
  }

  /// As soon as it can be.
  static NewCallback soon(String queue, Instant promisedAt, int priority) {
    return new NewCallback(callback(queue, Optional.empty()), promisedAt, priority);
  }

  static NewCallback at(Instant from, Instant promisedAt) {
    return new NewCallback(
        callback("", Optional.of(new CallbackWindow(from, from.plusSeconds(3600), BERLIN))),
        promisedAt,
        0);
  }

  private static Callback callback(String queue, Optional<CallbackWindow> window) {
    return new Callback(
        UUID.randomUUID(),
        Callback.Origin.COMMAND,
        Optional.empty(),
        new PhoneNumber("+4930123456"),
        "order 4711",
        queue,
        "de",
        window,
        Callback.Order.CUSTOMER_FIRST,
        0,
        CallbackState.WAITING);
  }

  NewCallback add(NewCallback wanted) {
    overview.add(List.of(wanted));
    return wanted;
  }

  List<UUID> add(int many) {
    Instant now = clock.instant();
    List<NewCallback> all = IntStream.range(0, many).mapToObj(_ -> soon("", now, 0)).toList();
    overview.add(all);
    return all.stream().map(one -> one.callback().id()).toList();
  }

  /// Claims it as db-scheduler does, for a node whose heart has stopped.
  Lease claimByTheDead(UUID callback) {
    long version =
        sql.update(SCHEDULED_TASKS)
            .set(SCHEDULED_TASKS.PICKED, true)
            .set(SCHEDULED_TASKS.PICKED_BY, "dead")
            .set(SCHEDULED_TASKS.LAST_HEARTBEAT, clock.instant().minusSeconds(600))
            .set(SCHEDULED_TASKS.VERSION, SCHEDULED_TASKS.VERSION.plus(1))
            .where(SCHEDULED_TASKS.TASK_INSTANCE.eq(callback.toString()))
            .returningResult(SCHEDULED_TASKS.VERSION)
            .fetchSingle()
            .value1();
    return new Lease(callback, version);
  }

  CallbackState state(UUID callback) {
    return CallbackState.valueOf(sql.fetchSingle(CALLBACK, CALLBACK.ID.eq(callback)).getState());
  }

  int attempts(UUID callback) {
    return sql.fetchCount(CALLBACK_ATTEMPT, CALLBACK_ATTEMPT.CALLBACK_ID.eq(callback));
  }

  UUID openAttempt(UUID callback) {
    return sql.fetchSingle(
            CALLBACK_ATTEMPT,
            CALLBACK_ATTEMPT.CALLBACK_ID.eq(callback).and(CALLBACK_ATTEMPT.SETTLED_AT.isNull()))
        .getId();
  }

  int open() {
    return overview.open().values().stream().mapToInt(Integer::intValue).sum();
  }

  Instant comesUpAt(UUID callback) {
    return sql.fetchSingle(SCHEDULED_TASKS, SCHEDULED_TASKS.TASK_INSTANCE.eq(callback.toString()))
        .getExecutionTime();
  }
}
