package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.callback.work.NewCallback;
import parley.db.log.Eventually;

/// Who is called first, and how many at once.
class QueueOrderTest {

  private final CallbackBench bench = new CallbackBench();
  private final Instant now = bench.clock.instant();

  private UUID waiting(int secondsAgo, int priority) {
    return bench
        .add(CallbackBench.soon("billing", now.minusSeconds(secondsAgo), priority))
        .callback()
        .id();
  }

  @Test
  void higherPriorityThenWhoWasPromisedFirstIsCalledFirst() {
    UUID late = waiting(10, 0);
    UUID early = waiting(60, 0);
    UUID urgent = waiting(5, 3);
    try (DueCallbacks _ = bench.node("one", 1);
        DueCallbacks _ = bench.node("two", 1)) {
      Eventually.isTrue("all are called", () -> bench.open() == 0);
    }
    assertEquals(List.of(urgent, early, late), bench.dialler.dialled());
  }

  @Test
  void aQueueNeverHasMoreCallsThanItMayOnAllNodes() {
    var _ = bench.add(30);
    bench.dialler.hold();
    try (DueCallbacks _ = bench.node("one", 4);
        DueCallbacks _ = bench.node("two", 4);
        DueCallbacks _ = bench.node("three", 4)) {
      Eventually.isTrue("four are called", () -> bench.dialler.dialled().size() == 4);
      bench.dialler.hangUp(30);
      Eventually.isTrue("all are called", () -> bench.open() == 0);
    }
    assertEquals(4, bench.dialler.mostAtOnce());
    assertEquals(30, bench.dialler.dialled().size());
  }

  @Test
  void whoWaitedInTheQueueGetsTheOnlyFreeAgentThoughAnotherComesUpFirst() {
    UUID sometime = waiting(600, NewCallback.SOME_TIME);
    UUID second = held(60, 5);
    UUID first = held(10, 120);
    bench.dialler.room(1);
    for (UUID callback : List.of(sometime, second, first)) {
      bench.work("one", 5).keep(bench.claimByTheDead(callback));
    }
    assertEquals(List.of(first), bench.dialler.dialled());

    bench.work("one", 5).keep(bench.claimByTheDead(sometime));
    bench.work("one", 5).keep(bench.claimByTheDead(second));
    bench.work("one", 5).keep(bench.claimByTheDead(sometime));
    assertEquals(List.of(first, second, sometime), bench.dialler.dialled());
  }

  /// A place in the queue.
  private UUID held(int promisedSecondsAgo, int waitingSecondsAgo) {
    NewCallback soon = CallbackBench.soon("billing", now.minusSeconds(promisedSecondsAgo), 0);
    return bench
        .add(
            new NewCallback(
                soon.callback(),
                soon.promisedAt(),
                Optional.of(now.minusSeconds(waitingSecondsAgo)),
                NewCallback.EXPECTED))
        .callback()
        .id();
  }

  @Test
  void nobodyIsCalledWhileThisTelephoneHasNoRoom() {
    UUID callback = waiting(10, 0);
    bench.dialler.room(0);
    bench.work("one", 5).keep(bench.claimByTheDead(callback));
    assertEquals(List.of(), bench.dialler.dialled());

    bench.dialler.room(1);
    bench.work("one", 5).keep(bench.claimByTheDead(callback));
    assertEquals(List.of(callback), bench.dialler.dialled());
  }
}
