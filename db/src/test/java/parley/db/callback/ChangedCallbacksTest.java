package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.CallbackState;
import parley.callback.work.Beginning;
import parley.callback.work.CallbackChanges.Change;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.callback.work.CallbackOverview.Filter;
import parley.callback.work.CallbackOverview.Overdue;
import parley.callback.work.CallbackStore;
import parley.callback.work.CallbackWork;
import parley.callback.work.Lease;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.callback.work.Permission;
import parley.dialogue.callback.CallbackWindow;

/// Callbacks that are listed, moved, cancelled, or not allowed.
class ChangedCallbacksTest {

  private final CallbackBench bench = new CallbackBench();
  private final Instant now = bench.clock.instant().truncatedTo(ChronoUnit.MILLIS);

  private static CallbackWindow window(Instant from) {
    return new CallbackWindow(from, from.plusSeconds(3600), CallbackBench.BERLIN);
  }

  private List<UUID> listed(Filter filter) {
    return bench.overview.list(filter).stream().map(CallbackLine::id).toList();
  }

  @Test
  void aMovedCallbackIsCalledAtItsNewHour() {
    UUID callback = bench.add(1).getFirst();
    Lease lease = bench.claimByTheDead(callback);
    Instant later = now.plusSeconds(7200);
    assertEquals(Change.DONE, bench.overview.move(callback, window(later), now));

    bench.work("one", 5).keep(lease);
    assertEquals(List.of(), bench.dialler.dialled());
    assertEquals(later, bench.comesUpAt(callback));
  }

  @Test
  void aCancelledCallbackIsNeverCalled() {
    UUID callback = bench.add(1).getFirst();
    Lease lease = bench.claimByTheDead(callback);
    assertEquals(Change.DONE, bench.overview.cancel(callback, now));
    bench.work("one", 5).keep(lease);

    assertEquals(List.of(), bench.dialler.dialled());
    assertEquals(CallbackState.CANCELLED, bench.state(callback));
    assertEquals(Change.OVER, bench.overview.cancel(callback, now));
    assertEquals(Change.UNKNOWN, bench.overview.cancel(UUID.randomUUID(), now));
  }

  @Test
  void whatIsBeingCalledCanBeNeitherMovedNorCancelled() {
    UUID callback = bench.add(1).getFirst();
    assertEquals(Optional.empty(), bench.overview.underWay(callback));
    Beginning.Begun begun =
        assertInstanceOf(
            Beginning.Begun.class,
            bench.store.begin(
                bench.claimByTheDead(callback),
                new Node("one", "asterisk"),
                new CallbackStore.Room(1, 1),
                bench.clock.instant()));

    assertEquals(Optional.of(begun.attempt().id()), bench.overview.underWay(callback));
    assertEquals(Change.BEING_CALLED, bench.overview.cancel(callback, now));
    assertEquals(Change.BEING_CALLED, bench.overview.move(callback, window(now), now));
  }

  @Test
  void anAttemptThatNoAgentTookCountsAsNoCallAndTheNextHasItsNumber() {
    UUID callback = bench.add(1).getFirst();
    CallbackWork work =
        new CallbackWork(
            bench.store,
            bench.dialler,
            new CallbackWork.Rules(
                Permission.ALWAYS,
                _ -> 5,
                (_, outcomes, at) ->
                    outcomes.getLast() == AttemptOutcome.NO_TAKER
                        ? new Next.Again(at)
                        : new Next.GivenUp("after " + outcomes)),
            new Node("one", "asterisk"),
            java.time.Duration.ofMillis(50),
            bench.clock);
    bench.dialler.ends(_ -> AttemptOutcome.NO_TAKER);
    work.keep(bench.claimByTheDead(callback));
    work.keep(bench.claimByTheDead(callback));
    assertEquals(
        0, bench.overview.beginning(callback.toString(), 2).getFirst().callback().attempts());

    bench.dialler.ends(_ -> AttemptOutcome.BUSY);
    work.keep(bench.claimByTheDead(callback));
    CallbackLine line = bench.overview.beginning(callback.toString(), 2).getFirst();
    assertEquals(1, line.callback().attempts());
    assertEquals("after [NO_TAKER, NO_TAKER, BUSY]", line.note());
    assertEquals(AttemptOutcome.BUSY, line.lastOutcome());
    assertEquals(3, bench.attempts(callback));
  }

  @Test
  void aCallThatFailsComesUpAgainAndIsGivenUpAfterThePlan() {
    UUID callback = bench.add(1).getFirst();
    bench.dialler.ends(_ -> AttemptOutcome.NO_ANSWER);
    bench.work("one", 5).keep(bench.claimByTheDead(callback));
    assertEquals(CallbackState.WAITING, bench.state(callback));
    bench.work("one", 5).keep(bench.claimByTheDead(callback));

    CallbackLine line = bench.overview.beginning(callback.toString(), 2).getFirst();
    assertEquals(CallbackState.GIVEN_UP, line.callback().state());
    assertEquals(AttemptOutcome.NO_ANSWER, line.lastOutcome());
    assertEquals("nobody was reached", line.note());
    assertEquals(2, line.callback().attempts());
  }

  @Test
  void theRulesPutACallOffOrLeaveItToAPerson() {
    UUID callback = bench.add(1).getFirst();
    Instant morning = now.plusSeconds(36_000);
    workWith(new Permission.NotBefore(morning)).keep(bench.claimByTheDead(callback));
    assertEquals(morning, bench.comesUpAt(callback));
    assertEquals(CallbackState.WAITING, bench.state(callback));

    workWith(new Permission.AskPerson("the zone is not known"))
        .keep(bench.claimByTheDead(callback));
    assertEquals(CallbackState.NEEDS_PERSON, bench.state(callback));
    assertEquals(List.of(), bench.dialler.dialled());
  }

  private CallbackWork workWith(Permission.Verdict verdict) {
    return new CallbackWork(
        bench.store,
        bench.dialler,
        new CallbackWork.Rules((_, _) -> verdict, _ -> 5, (_, _, _) -> new Next.Kept()),
        new Node("one", "asterisk"),
        Duration.ofSeconds(1),
        bench.clock);
  }

  @Test
  void whatLiesDaysBehindIsNotCalledBySurprise() {
    UUID callback =
        bench
            .add(CallbackBench.at(now.minus(Duration.ofDays(4)), now.minus(Duration.ofDays(5))))
            .callback()
            .id();
    bench.work("one", 5).keep(bench.claimByTheDead(callback));
    assertEquals(CallbackState.NEEDS_PERSON, bench.state(callback));
  }

  @Test
  void listsHaveWhoIsNextFirstAndWhatIsOverdue() {
    UUID tomorrow = bench.add(CallbackBench.at(now.plusSeconds(86_400), now)).callback().id();
    UUID over =
        bench
            .add(CallbackBench.at(now.minusSeconds(7_200), now.minusSeconds(9_000)))
            .callback()
            .id();
    UUID soon = bench.add(CallbackBench.soon("", now.minusSeconds(60), 0)).callback().id();

    assertEquals(List.of(over, soon, tomorrow), listed(new Filter(Set.of(), null, 10)));
    assertEquals(List.of(over, soon), listed(new Filter(Set.of(), null, 2)));
    assertEquals(
        List.of(over), listed(new Filter(Set.of(), new Overdue(now, Duration.ofHours(4)), 10)));
    assertEquals(List.of(), listed(new Filter(Set.of(CallbackState.KEPT), null, 10)));
    assertTrue(
        bench.overview.beginning(over.toString().substring(0, 8), 2).stream()
            .anyMatch(line -> line.id().equals(over)));
  }
}
