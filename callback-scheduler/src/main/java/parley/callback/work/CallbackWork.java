package parley.callback.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.dial.Dialler;
import parley.callback.dial.DiallerAwayException;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;

/// Keeps one promise whose hour has come: may somebody be called, is there room, call, note what
/// came of it.
///
/// A call is made at most once whatever dies: its attempt has an id and a row before anything is
/// dialled, only one attempt of a callback can be open, and whoever finds an open one asks the
/// [Dialler] with the same id again instead of making a new one.
///
/// Thread: any, one a lease; [#keep] blocks as long as the call does. Nothing is held in memory but
/// how many calls are just about to be dialled.
public final class CallbackWork {

  private static final Logger log = LoggerFactory.getLogger(CallbackWork.class);

  /// A promise that lies so long behind is no longer kept by surprise: a person decides.
  private static final Duration TOO_LATE = Duration.ofDays(3);

  /// Longer than any process stands still and goes on.
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private static final int FORGOTTEN_AT_ONCE = 5;

  private final CallbackStore store;
  private final Dialler dialler;
  private final Rules rules;
  private final Node node;
  private final Duration pause;
  private final Clock clock;
  private final RoomHere here;
  private final Map<String, Lock> turns = new ConcurrentHashMap<>();

  /// What decides about calls.
  public record Rules(Permission permission, Pacing pacing, RetryPlan retries) {}

  /// @param pause before something is tried again that could not be done
  /// @param clock the same for all nodes: the database's
  public CallbackWork(
      CallbackStore store, Dialler dialler, Rules rules, Node node, Duration pause, Clock clock) {
    this.store = store;
    this.dialler = dialler;
    this.rules = rules;
    this.node = node;
    this.pause = pause;
    this.clock = clock;
    this.here = new RoomHere(dialler);
  }

  /// Does what is to be done for a callback that has come up.
  public void keep(Lease lease) {
    Optional<Callback> found = store.find(lease);
    if (found.isEmpty()) {
      store.forget(lease);
      return;
    }
    Callback callback = found.get();
    if (callback.state() == CallbackState.DIALLING) {
      // What was begun needs no room: it has its line, or is over.
      act(lease, begin(lease, callback.queue(), Integer.MAX_VALUE));
      return;
    }
    Instant now = clock.instant();
    switch (verdict(callback, now)) {
      case Permission.Allowed _ -> act(lease, beginWithRoom(lease, callback.queue()));
      case Permission.NotBefore later -> store.notBefore(lease, later.at(), now);
      case Permission.AskPerson ask -> store.askPerson(lease, ask.why(), now);
    }
  }

  private Permission.Verdict verdict(Callback callback, Instant now) {
    boolean late =
        callback.attempts() == 0
            && callback
                .window()
                .filter(window -> window.until().plus(TOO_LATE).isBefore(now))
                .isPresent();
    return late
        ? new Permission.AskPerson("its time was over days before it could be called")
        : rules.permission().verdict(callback, now);
  }

  private Beginning beginWithRoom(Lease lease, String queue) {
    int room = here.enter(queue);
    if (room == 0) {
      store.postpone(lease, clock.instant().plus(pause));
      return Beginning.Later.NO_ROOM;
    }
    try {
      return begin(lease, queue, room);
    } finally {
      here.leave(queue);
    }
  }

  /// One after the other: the store lets one of a queue in at a time anyway, and those who wait
  /// there hold a connection each, which those who want to settle would wait for.
  private Beginning begin(Lease lease, String queue, int room) {
    Lock turn = turns.computeIfAbsent(queue, _ -> new ReentrantLock(true));
    turn.lock();
    try {
      CallbackStore.Room most = new CallbackStore.Room(rules.pacing().most(queue), room);
      return store.begin(lease, node, most, clock.instant());
    } finally {
      turn.unlock();
    }
  }

  private void act(Lease lease, Beginning beginning) {
    switch (beginning) {
      case Beginning.Begun begun -> call(lease, begun);
      case Beginning.Later _, Beginning.Gone _ -> {}
    }
  }

  private void call(Lease lease, Beginning.Begun begun) {
    Attempt attempt = begun.attempt();
    if (begun.resumed()) {
      log.info("Attempt {} was begun before: Asterisk is asked for it", attempt.id());
    }
    AttemptOutcome outcome;
    try {
      outcome = dialler.dial(attempt);
    } catch (DiallerAwayException away) {
      log.warn("Asterisk cannot be asked for attempt {}: {}", attempt.id(), away.getMessage());
      store.postpone(lease, clock.instant().plus(pause));
      return;
    }
    settle(attempt, outcome);
  }

  private void settle(Attempt attempt, AttemptOutcome outcome) {
    List<AttemptOutcome> outcomes = new ArrayList<>(store.outcomes(attempt.callback().id()));
    outcomes.add(outcome);
    Instant now = clock.instant();
    Next next = rules.retries().after(attempt, outcomes, now);
    boolean settled =
        store.settle(attempt, outcome, next, rules.pacing().most(attempt.callback().queue()), now);
    log.info("Attempt {}: {}{}", attempt.id(), outcome, settled ? "" : " (settled elsewhere)");
    forgetOld(now);
  }

  /// Not at once: a node that was taken for dead may ask for an attempt after it was settled, and
  /// Asterisk must know it then.
  private void forgetOld(Instant now) {
    List<UUID> old = store.remembered(node, now.minus(REMEMBERED), FORGOTTEN_AT_ONCE);
    if (!old.isEmpty()) {
      old.forEach(dialler::settled);
      store.forgotten(old);
    }
  }
}
