package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.callback.dial.Dialler;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.Beginning;
import parley.callback.work.CallbackStore;
import parley.callback.work.CallbackStore.Room;
import parley.callback.work.CallbackWork;
import parley.callback.work.Lease;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.db.log.Eventually;

/// No callback is called twice and none is lost, whatever node dies when.
class ExactlyOnceTest {

  private final CallbackBench bench = new CallbackBench();

  /// Ends a thread as the death of its process would, where it stands.
  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  enum Step {
    BEFORE_ATTEMPT,
    AFTER_ATTEMPT,
    WHILE_DIALLED,
    BEFORE_SETTLED,
    AFTER_SETTLED
  }

  @Test
  void threeNodesCallFiveHundredEachOnce() {
    List<UUID> callbacks = bench.add(500);
    try (DueCallbacks _ = bench.node("one", 500);
        DueCallbacks _ = bench.node("two", 500);
        DueCallbacks _ = bench.node("three", 500)) {
      Eventually.isTrue("all are called", () -> bench.open() == 0);
    }
    assertEquals(new HashSet<>(callbacks), new HashSet<>(bench.dialler.dialled()));
    assertEquals(500, bench.dialler.dialled().size());
    assertEquals(List.of(), bench.dialler.faults());
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void whatADeadNodeBeganIsFinishedByAnotherWithOneCall(Step step) {
    UUID callback = bench.add(1).getFirst();
    Lease lease = bench.claimByTheDead(callback);
    CallbackWork dying =
        new CallbackWork(
            new DyingStore(bench.store, step),
            new DyingDialler(bench.dialler, step),
            bench.rules(1),
            new Node("dead", "asterisk"),
            CallbackBench.QUICK.pause(),
            bench.clock);
    assertThrows(Died.class, () -> dying.keep(lease));

    try (DueCallbacks _ = bench.node("alive", 1)) {
      Eventually.isTrue("the promise is kept", () -> bench.open() == 0);
    }

    assertEquals(List.of(callback), bench.dialler.dialled());
    assertEquals(CallbackState.KEPT, bench.state(callback));
    assertEquals(1, bench.attempts(callback));
  }

  @Test
  void aNodeOnAnotherAsteriskDoesNotTouchACallThatItCannotAskFor() {
    UUID callback = bench.add(1).getFirst();
    Lease lease = bench.claimByTheDead(callback);
    var _ =
        bench.store.begin(
            lease, new Node("dead", "far away"), new Room(1, 1), bench.clock.instant());

    bench.work("here", 1).keep(bench.claimByTheDead(callback));

    assertEquals(List.of(), bench.dialler.dialled());
    assertEquals(CallbackState.DIALLING, bench.state(callback));
  }

  @Test
  void whoLostTheLeaseAndSettlesLateChangesNothing() {
    UUID callback = bench.add(1).getFirst();
    Lease first = bench.claimByTheDead(callback);
    var attempts = new ArrayList<Attempt>();
    bench.dialler.ends(attempt -> {
      attempts.add(attempt);
      return AttemptOutcome.BUSY;
    });
    bench.work("slow", 1).keep(first);
    bench.work("quick", 1).keep(bench.claimByTheDead(callback));
    assertEquals(2, attempts.size());

    boolean settled =
        bench.store.settle(
            attempts.getFirst(),
            AttemptOutcome.KEPT,
            CallbackBench.plan(AttemptOutcome.KEPT, 1, bench.clock.instant()),
            5,
            bench.clock.instant());

    assertEquals(false, settled);
    assertEquals(CallbackState.GIVEN_UP, bench.state(callback));
  }

  @Test
  void asteriskForgetsAnAttemptNotBeforeADayHasPassed() {
    List<UUID> callbacks = bench.add(2);
    bench.work("one", 2).keep(bench.claimByTheDead(callbacks.getFirst()));
    bench.work("one", 2).keep(bench.claimByTheDead(callbacks.getLast()));
    assertEquals(0, bench.dialler.forgotten().size());

    bench
        .sql
        .update(CALLBACK_ATTEMPT)
        .set(CALLBACK_ATTEMPT.SETTLED_AT, bench.clock.instant().minusSeconds(90_000))
        .execute();
    bench.work("one", 2).keep(bench.claimByTheDead(bench.add(1).getFirst()));
    assertEquals(2, bench.dialler.forgotten().size());
    bench.work("one", 2).keep(bench.claimByTheDead(bench.add(1).getFirst()));
    assertEquals(2, bench.dialler.forgotten().size());
  }

  @Test
  void whileAsteriskIsAwayTheSameAttemptWaits() {
    UUID callback = bench.add(1).getFirst();
    bench.dialler.away(true);
    try (DueCallbacks _ = bench.node("one", 1)) {
      Eventually.isTrue("it is tried", () -> bench.attempts(callback) == 1);
      bench.dialler.away(false);
      Eventually.isTrue("the promise is kept", () -> bench.open() == 0);
    }
    assertEquals(List.of(callback), bench.dialler.dialled());
    assertEquals(1, bench.attempts(callback));
  }

  /// Delegates until its process dies.
  private record DyingStore(CallbackStore store, Step step) implements CallbackStore {
    @Override
    public Optional<Callback> find(Lease lease) {
      return store.find(lease);
    }

    @Override
    public Beginning begin(Lease lease, Node node, Room room, Instant now) {
      dieAt(Step.BEFORE_ATTEMPT);
      var beginning = store.begin(lease, node, room, now);
      dieAt(Step.AFTER_ATTEMPT);
      return beginning;
    }

    @Override
    public List<AttemptOutcome> outcomes(UUID callback) {
      return store.outcomes(callback);
    }

    @Override
    public boolean settle(
        Attempt attempt, AttemptOutcome outcome, Next next, int most, Instant now) {
      dieAt(Step.BEFORE_SETTLED);
      boolean settled = store.settle(attempt, outcome, next, most, now);
      dieAt(Step.AFTER_SETTLED);
      return settled;
    }

    @Override
    public List<UUID> remembered(Node node, Instant settledBefore, int most) {
      return store.remembered(node, settledBefore, most);
    }

    @Override
    public void forgotten(List<UUID> attempts) {
      store.forgotten(attempts);
    }

    @Override
    public void postpone(Lease lease, Instant until) {
      store.postpone(lease, until);
    }

    @Override
    public void notBefore(Lease lease, Instant at, Instant now) {
      store.notBefore(lease, at, now);
    }

    @Override
    public void askPerson(Lease lease, String why, Instant now) {
      store.askPerson(lease, why, now);
    }

    @Override
    public void forget(Lease lease) {
      store.forget(lease);
    }

    private void dieAt(Step here) {
      if (step == here) {
        throw new Died();
      }
    }
  }

  private record DyingDialler(Dialler dialler, Step step) implements Dialler {
    @Override
    public AttemptOutcome dial(Attempt attempt) {
      AttemptOutcome outcome = dialler.dial(attempt);
      if (step == Step.WHILE_DIALLED) {
        throw new Died();
      }
      return outcome;
    }

    @Override
    public int room(String queue) {
      return dialler.room(queue);
    }
  }
}
