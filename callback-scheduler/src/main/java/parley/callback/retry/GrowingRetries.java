package parley.callback.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.window.Callees;
import parley.callback.window.PermittedHours;
import parley.callback.work.Next;
import parley.callback.work.RetryPlan;
import parley.config.CallbackSettings.Failure;
import parley.config.CallbackSettings.Retries;
import parley.config.CallbackSettings.Retry;
import parley.dialogue.callback.CallbackWindow;

/// Says what follows a call. Each way to fail has its own number of calls and its own pauses, which
/// grow; all calls of one callback have a limit too. Pure but for the list of numbers that are
/// never called; any thread.
public final class GrowingRetries implements RetryPlan {

  /// A call is not begun when so little is left of the permitted time.
  private static final Duration LEAST_LEFT = Duration.ofMinutes(5);

  private static final String UNWANTED = "who answered wants no calls from us";
  private static final String OFTEN_ENOUGH = "tried as often as callbacks.retry allows";

  /// Agents come back from their breaks: a callback that none took is not left for longer.
  private static final Duration LONGEST_WITHOUT_TAKER = Duration.ofMinutes(30);

  private final Retries retries;
  private final Callees callees;
  private final PermittedHours permitted;
  private final Duration ahead;

  /// @param ahead how far away the next permitted hour is looked for
  public GrowingRetries(
      Retries retries, Callees callees, PermittedHours permitted, Duration ahead) {
    this.retries = retries;
    this.callees = callees;
    this.permitted = permitted;
    this.ahead = ahead;
  }

  @Override
  public Next after(Attempt attempt, List<AttemptOutcome> outcomes, Instant now) {
    return next(attempt.callback(), outcomes, now);
  }

  /// What follows the last of these calls.
  ///
  /// @param outcomes of all calls of the callback so far, the last one last
  Next next(Callback callback, List<AttemptOutcome> outcomes, Instant now) {
    if (outcomes.getLast() == AttemptOutcome.NO_TAKER) {
      return untilTaken(callback, outcomes, now);
    }
    // Nobody was called then.
    List<AttemptOutcome> calls =
        outcomes.stream().filter(outcome -> outcome != AttemptOutcome.NO_TAKER).toList();
    Optional<Failure> failure = failure(outcomes.getLast());
    return failure.isEmpty() ? new Next.Kept() : after(callback, failure.get(), calls, now);
  }

  /// Agents who do not take it cost the customer no call: it stays due, with pauses that grow.
  private Next untilTaken(Callback callback, List<AttemptOutcome> outcomes, Instant now) {
    int alike = 0;
    for (AttemptOutcome outcome : outcomes) {
      alike = outcome == AttemptOutcome.NO_TAKER ? alike + 1 : 0;
    }
    Duration pause = pause(retries.of(Failure.NO_AGENT), alike);
    return again(
        callback,
        now.plus(pause.compareTo(LONGEST_WITHOUT_TAKER) < 0 ? pause : LONGEST_WITHOUT_TAKER),
        askPerson());
  }

  private Next after(
      Callback callback, Failure failure, List<AttemptOutcome> outcomes, Instant now) {
    Retry retry = retries.of(failure);
    int alike = Collections.frequency(outcomes, outcomes.getLast());
    if (alike >= retry.calls() || outcomes.size() >= retries.calls()) {
      return ours(failure) ? askPerson() : new Next.GivenUp(OFTEN_ENOUGH);
    }
    // It may have been asked for in this very call.
    Next barred = failure == Failure.OTHER_PERSON ? new Next.GivenUp(UNWANTED) : askPerson();
    return again(callback, later(now.plus(pause(retry, alike)), begin(callback)), barred);
  }

  /// At the first hour that is permitted.
  ///
  /// @param barred what follows when the number is never to be called
  private Next again(Callback callback, Instant earliest, Next barred) {
    Optional<ZoneId> promised = callback.window().map(CallbackWindow::zone);
    return switch (callees.look(callback.number(), promised)) {
      case Callees.Barred _ -> barred;
      case Callees.Known(_, Set<ZoneId> zones) ->
          permitted
              .first(callback.queue(), zones, earliest, LEAST_LEFT, earliest.plus(ahead))
              .<Next>map(Next.Again::new)
              .orElseGet(GrowingRetries::askPerson);
    };
  }

  private static Next askPerson() {
    return new Next.AskPerson("Parley cannot keep it by itself");
  }

  private Duration pause(Retry retry, int alike) {
    double first = retry.pause().toMillis() / 1000.0;
    double longest = retries.longestPause().toMillis() / 1000.0;
    double grown = first * Math.pow(retries.growth(), alike - 1);
    // What is set as the first pause is meant, even where it is longer than the longest grown one.
    return Duration.ofSeconds((long) Math.min(grown, Math.max(first, longest)));
  }

  private static Instant begin(Callback callback) {
    return callback.window().map(CallbackWindow::from).orElse(Instant.MIN);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// Whether the customer is not to blame, so that a promise would be broken by giving up.
  private static boolean ours(Failure failure) {
    return switch (failure) {
      case BUSY, NO_ANSWER, MACHINE, MESSAGE_LEFT, OTHER_PERSON -> false;
      case NUMBER_REFUSED, CONGESTION, NO_AGENT, BROKEN_OFF, NOT_DIALLED -> true;
    };
  }

  private static Optional<Failure> failure(AttemptOutcome outcome) {
    return switch (outcome) {
      case KEPT, NO_TAKER -> Optional.empty();
      case BUSY -> Optional.of(Failure.BUSY);
      case NO_ANSWER -> Optional.of(Failure.NO_ANSWER);
      case MESSAGE_LEFT -> Optional.of(Failure.MESSAGE_LEFT);
      case MACHINE -> Optional.of(Failure.MACHINE);
      case OTHER_PERSON -> Optional.of(Failure.OTHER_PERSON);
      case NUMBER_REFUSED -> Optional.of(Failure.NUMBER_REFUSED);
      case CONGESTION -> Optional.of(Failure.CONGESTION);
      case NO_AGENT -> Optional.of(Failure.NO_AGENT);
      case BROKEN_OFF -> Optional.of(Failure.BROKEN_OFF);
      case NOT_DIALLED -> Optional.of(Failure.NOT_DIALLED);
    };
  }
}
