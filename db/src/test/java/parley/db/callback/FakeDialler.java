package parley.db.callback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import parley.callback.dial.Dialler;
import parley.callback.dial.DiallerAwayException;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;

/// Asterisk's part, for several nodes: an attempt's id is dialled once, and what became of it is
/// told to whoever asks again. It is the witness of what was dialled, and of what must never be:
/// two calls of one callback at once.
///
/// Thread: any.
final class FakeDialler implements Dialler {

  private final Map<UUID, AttemptOutcome> marked = new HashMap<>();
  private final List<UUID> dialled = new ArrayList<>();
  private final Map<UUID, UUID> goingOn = new HashMap<>();
  private final List<UUID> forgotten = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private Function<Attempt, AttemptOutcome> ends = _ -> AttemptOutcome.KEPT;
  private final Semaphore hangingUp = new Semaphore(0);
  private boolean holding;
  private boolean away;
  private int room = Integer.MAX_VALUE;
  private int mostAtOnce;

  @Override
  public AttemptOutcome dial(Attempt attempt) {
    boolean hold;
    synchronized (this) {
      if (away) {
        throw new DiallerAwayException("Asterisk is away", new IllegalStateException());
      }
      AttemptOutcome known = marked.get(attempt.id());
      if (known != null) {
        return known;
      }
      UUID other = goingOn.put(attempt.callback().id(), attempt.id());
      if (other != null) {
        faults.add("two calls at once of " + attempt.callback().id());
      }
      marked.put(attempt.id(), ends.apply(attempt));
      dialled.add(attempt.callback().id());
      mostAtOnce = Math.max(mostAtOnce, goingOn.size());
      hold = holding;
    }
    if (hold) {
      hangingUp.acquireUninterruptibly();
    }
    synchronized (this) {
      goingOn.remove(attempt.callback().id());
      return marked.get(attempt.id());
    }
  }

  @Override
  public synchronized void settled(UUID attempt) {
    if (!marked.containsKey(attempt)) {
      faults.add("forgets what it does not know: " + attempt);
    }
    forgotten.add(attempt);
  }

  synchronized List<UUID> forgotten() {
    return List.copyOf(forgotten);
  }

  @Override
  public synchronized int room(String queue) {
    return room;
  }

  synchronized void ends(Function<Attempt, AttemptOutcome> how) {
    ends = how;
  }

  /// Calls last until [#hangUp].
  synchronized void hold() {
    holding = true;
  }

  void hangUp(int calls) {
    hangingUp.release(calls);
  }

  synchronized void away(boolean isAway) {
    away = isAway;
  }

  synchronized void room(int calls) {
    room = calls;
  }

  /// Callbacks in the order in which they were dialled.
  synchronized List<UUID> dialled() {
    return List.copyOf(dialled);
  }

  synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }
}
