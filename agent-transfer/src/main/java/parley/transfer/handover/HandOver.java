package parley.transfer.handover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.dialogue.call.Key;
import parley.transfer.agent.Wanted;
import parley.transfer.handover.HandOverState.Finished;
import parley.transfer.handover.HandOverState.Joining;
import parley.transfer.handover.HandOverState.Leg;
import parley.transfer.handover.HandOverState.Matter;
import parley.transfer.handover.HandOverState.NotBegun;
import parley.transfer.handover.HandOverState.Reserving;
import parley.transfer.handover.HandOverState.Ringing;
import parley.transfer.handover.HandOverState.Talking;
import parley.transfer.handover.HandOverState.UnderWay;
import parley.transfer.handover.HandOverState.Whispering;
import parley.transfer.handover.HandOverState.WithAgent;
import parley.transfer.whisper.CallerMood;
import parley.transfer.whisper.WhisperSummary;

/// The rules of one hand-over: state and event in, next state and actions out.
///
/// Reserve the best free agent, ring, whisper, join, talk. When an agent cannot be had, the next
/// one is tried, up to a number; when the caller leaves, the phone stops ringing with the first
/// action. Whatever happens in whatever order, at most one phone rings, each reservation is
/// released once, and the hand-over ends, because each state has a deadline. How things end is in
/// [Ending].
///
/// Pure and immutable; any thread. [HandOverCourse] carries one hand-over through with it.
public final class HandOver {

  private static final Key STOP_WAITING = new Key('*');

  private final HandOverLimits limits;

  public HandOver(HandOverLimits limits) {
    this.limits = limits;
  }

  /// The next state, and what is to be done on the way there.
  public record Step(HandOverState state, List<HandOverAction> actions) {
    public Step {
      actions = List.copyOf(actions);
    }

    static Step stay(HandOverState state) {
      return new Step(state, List.of());
    }
  }

  /// @param at now, on a time scale of the caller's choice that does not go back
  public Step step(HandOverState state, HandOverEvent event, Duration at) {
    return switch (state) {
      case NotBegun _ -> notBegun(state, event, at);
      case UnderWay underWay -> underWay(underWay, event, at);
      case Finished _ -> late(state, event);
    };
  }

  private Step notBegun(HandOverState state, HandOverEvent event, Duration at) {
    if (event instanceof HandOverEvent.AgentWaits(var request, var reservation)) {
      Leg leg = new Leg(1, reservation, at, Optional.of(Duration.ZERO));
      Matter matter = new Matter(request, CallerMood.CALM, List.of(), false);
      return join(new Whispering(matter, leg, at), at);
    }
    return event instanceof HandOverEvent.Begin(var request, var mood)
        ? reserve(new Matter(request, mood, List.of(), false), at, List.of())
        : late(state, event);
  }

  private Step underWay(UnderWay state, HandOverEvent event, Duration at) {
    return switch (event) {
      case HandOverEvent.Begin _ -> Step.stay(state);
      case HandOverEvent.AgentWaits _ -> late(state, event);
      case HandOverEvent.CallerHungUp _ -> Ending.callerLeft(state, at);
      case HandOverEvent.CallerPressed(Key key) ->
          key.equals(STOP_WAITING) ? stopWaiting(state, at) : Step.stay(state);
      case HandOverEvent.TelephonyFailed(String why) -> Ending.failed(state, why, at);
      case HandOverEvent.TimePassed _ ->
          at.compareTo(state.deadline()) < 0 ? Step.stay(state) : deadline(state, at);
      case HandOverEvent.AgentReserved reserved ->
          state instanceof Reserving reserving && reserving.attempt() == reserved.attempt()
              ? ring(reserving, reserved, at)
              : late(state, event);
      case HandOverEvent.NoneFree none ->
          state instanceof Reserving reserving && reserving.attempt() == none.attempt()
              ? Ending.nobody(reserving.matter())
              : Step.stay(state);
      case HandOverEvent.CallerTold told -> callerTold(state, told);
      case HandOverEvent.OfAgent news ->
          state instanceof WithAgent held && held.leg().attempt() == news.attempt()
              ? ofAgent(held, news, at)
              : late(state, news);
    };
  }

  private Step ofAgent(WithAgent state, HandOverEvent.OfAgent news, Duration at) {
    return switch (news) {
      case HandOverEvent.PhoneRings _ -> phoneRings(state);
      case HandOverEvent.Answered _ ->
          state instanceof Ringing ringing ? whisper(ringing, at) : Step.stay(state);
      case HandOverEvent.WhisperHeard _ ->
          state instanceof Whispering whispering ? join(whispering, at) : Step.stay(state);
      case HandOverEvent.Joined _ ->
          state instanceof Joining joining ? talk(joining, at) : Step.stay(state);
      case HandOverEvent.Declined _ -> noAnswer(state, AttemptResult.DECLINED, at);
      case HandOverEvent.RingTimedOut _ -> noAnswer(state, AttemptResult.TIMED_OUT, at);
      case HandOverEvent.AgentHungUp _ -> agentGone(state, AttemptResult.DECLINED, at);
      case HandOverEvent.AgentLost _ -> agentGone(state, AttemptResult.UNREACHABLE, at);
    };
  }

  private Step deadline(UnderWay state, Duration at) {
    return switch (state) {
      case Reserving _ -> Ending.failed(state, "nobody said in time who is free", at);
      case Ringing ringing ->
          next(ringing, ringing.rings() ? AttemptResult.TIMED_OUT : AttemptResult.UNREACHABLE, at);
      // The summary is a courtesy: a caller is not lost over it.
      case Whispering whispering -> join(whispering, at);
      case Joining _ -> Ending.failed(state, "caller and agent could not be joined in time", at);
      case Talking talking -> Ending.talked(talking, at);
    };
  }

  private Step reserve(Matter matter, Duration at, List<HandOverAction> before) {
    int attempt = matter.tried().size() + 1;
    List<HandOverAction> actions = new ArrayList<>(before);
    actions.add(
        new HandOverAction.Reserve(attempt, Wanted.of(matter.request()), matter.triedAgents()));
    return new Step(new Reserving(matter, attempt, at.plus(limits.reserve())), actions);
  }

  /// The phone is asked first, so that it rings while the caller is still being told.
  private Step ring(Reserving state, HandOverEvent.AgentReserved reserved, Duration at) {
    int attempt = state.attempt();
    List<HandOverAction> actions = new ArrayList<>();
    actions.add(new HandOverAction.Ring(attempt, reserved.reservation().agent(), limits.ring()));
    Ending.stopMusic(state.matter(), actions);
    actions.add(
        new HandOverAction.TellCaller(
            attempt, attempt == 1 ? CallerNotice.RINGING : CallerNotice.RINGING_NEXT));
    Leg leg = new Leg(attempt, reserved.reservation(), at, Optional.empty());
    Duration deadline = at.plus(shorter(limits.dial(), limits.ring()));
    return new Step(new Ringing(state.matter().withMusic(false), leg, false, deadline), actions);
  }

  private Step phoneRings(WithAgent state) {
    if (!(state instanceof Ringing ringing) || ringing.rings()) {
      return Step.stay(state);
    }
    Duration deadline = ringing.leg().askedAt().plus(limits.ring());
    return Step.stay(new Ringing(ringing.matter(), ringing.leg(), true, deadline));
  }

  private Step callerTold(UnderWay state, HandOverEvent.CallerTold told) {
    if (!(state instanceof Ringing ringing)
        || ringing.leg().attempt() != told.attempt()
        || ringing.matter().music()) {
      return Step.stay(state);
    }
    return new Step(
        new Ringing(
            ringing.matter().withMusic(true), ringing.leg(), ringing.rings(), ringing.deadline()),
        List.of(new HandOverAction.StartHoldMusic()));
  }

  private Step whisper(Ringing state, Duration at) {
    List<HandOverAction> actions = new ArrayList<>();
    if (!state.matter().music()) {
      actions.add(new HandOverAction.StartHoldMusic());
    }
    Matter matter = state.matter().withMusic(true);
    actions.add(
        new HandOverAction.Whisper(
            state.leg().attempt(), WhisperSummary.of(matter.request(), matter.mood())));
    Leg leg = state.leg().answeredAt(at);
    return new Step(new Whispering(matter, leg, at.plus(limits.whisper())), actions);
  }

  private Step join(Whispering state, Duration at) {
    List<HandOverAction> actions = new ArrayList<>();
    Ending.stopMusic(state.matter(), actions);
    actions.add(new HandOverAction.Join(state.leg().attempt()));
    return new Step(
        new Joining(state.matter().withMusic(false), state.leg(), at.plus(limits.join())), actions);
  }

  private Step talk(Joining state, Duration at) {
    Attempt answered = state.leg().ended(AttemptResult.ANSWERED, at);
    return new Step(
        new Talking(state.matter().withTried(answered), state.leg(), at.plus(limits.talk())),
        List.of(new HandOverAction.Keep(answered)));
  }

  /// Once an agent has answered, the caller is seconds away from a person, who would be hung up on.
  private static Step stopWaiting(UnderWay state, Duration at) {
    return switch (state) {
      case Reserving _, Ringing _ -> Ending.stoppedWaiting(state, at);
      case Whispering _, Joining _, Talking _ -> Step.stay(state);
    };
  }

  private Step noAnswer(WithAgent state, AttemptResult result, Duration at) {
    return state instanceof Ringing ? next(state, result, at) : Step.stay(state);
  }

  private Step agentGone(WithAgent state, AttemptResult whileRinging, Duration at) {
    return switch (state) {
      case Ringing _ -> next(state, whileRinging, at);
      case Whispering _, Joining _ -> next(state, AttemptResult.LEFT_DURING_WHISPER, at);
      case Talking talking -> Ending.talked(talking, at);
    };
  }

  private Step next(WithAgent state, AttemptResult result, Duration at) {
    List<HandOverAction> actions = new ArrayList<>();
    Matter matter = Ending.endAttempt(state, result, at, actions);
    if (matter.tried().size() < limits.attempts()) {
      return reserve(matter, at, actions);
    }
    return Ending.finish(matter, new TransferOutcome.NotAnswered(matter.tried()), actions);
  }

  /// What comes too late must leave nothing behind: an agent reserved for nobody, a phone that was
  /// answered in the moment when we stopped ringing it.
  private static Step late(HandOverState state, HandOverEvent event) {
    if (event instanceof HandOverEvent.AgentReserved reserved) {
      return new Step(state, List.of(new HandOverAction.Release(reserved.reservation(), false)));
    }
    if (event instanceof HandOverEvent.AgentWaits waits) {
      return new Step(state, List.of(new HandOverAction.Release(waits.reservation(), false)));
    }
    if (event instanceof HandOverEvent.Answered answered) {
      return new Step(state, List.of(new HandOverAction.HangUpAgent(answered.attempt())));
    }
    return Step.stay(state);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
