package parley.transfer.handover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.transfer.handover.HandOver.Step;
import parley.transfer.handover.HandOverState.Finished;
import parley.transfer.handover.HandOverState.Joining;
import parley.transfer.handover.HandOverState.Matter;
import parley.transfer.handover.HandOverState.Reserving;
import parley.transfer.handover.HandOverState.Ringing;
import parley.transfer.handover.HandOverState.Talking;
import parley.transfer.handover.HandOverState.UnderWay;
import parley.transfer.handover.HandOverState.Whispering;
import parley.transfer.handover.HandOverState.WithAgent;

/// The ways out of an attempt and of a hand-over. The agent's phone is always silenced first: a
/// phone that rings for nobody teaches agents not to answer.
final class Ending {

  private Ending() {}

  static Step callerLeft(UnderWay state, Duration at) {
    return state instanceof Talking talking
        ? talked(talking, at)
        : end(state, AttemptResult.CANCELLED, new TransferOutcome.CallerLeft(), at);
  }

  static Step stoppedWaiting(UnderWay state, Duration at) {
    List<HandOverAction> actions = new ArrayList<>();
    Matter matter = endAttempt(state, AttemptResult.CANCELLED, at, actions);
    return finish(matter, new TransferOutcome.StoppedWaiting(matter.tried()), actions);
  }

  /// After a talk there is nothing left to fail: the caller had their person.
  static Step failed(UnderWay state, String why, Duration at) {
    return state instanceof Talking talking
        ? talked(talking, at)
        : end(state, AttemptResult.FAILED, new TransferOutcome.Failed(why), at);
  }

  static Step nobody(Matter matter) {
    return finish(
        matter,
        matter.tried().isEmpty()
            ? new TransferOutcome.NoAgentFree()
            : new TransferOutcome.NotAnswered(matter.tried()),
        List.of());
  }

  static Step talked(Talking state, Duration at) {
    return end(
        state,
        AttemptResult.ANSWERED,
        new TransferOutcome.Transferred(state.leg().reservation().agent()),
        at);
  }

  private static Step end(
      UnderWay state, AttemptResult result, TransferOutcome outcome, Duration at) {
    List<HandOverAction> actions = new ArrayList<>();
    return finish(endAttempt(state, result, at, actions), outcome, actions);
  }

  /// Silences and gives back the agent of the running attempt, if there is one.
  static Matter endAttempt(
      UnderWay state, AttemptResult result, Duration at, List<HandOverAction> actions) {
    return switch (state) {
      case Reserving _ -> state.matter();
      case Ringing ringing -> {
        actions.add(new HandOverAction.CancelRing(ringing.leg().attempt()));
        yield giveBack(ringing, result, at, actions);
      }
      case Whispering _, Joining _ -> {
        WithAgent held = (WithAgent) state;
        actions.add(new HandOverAction.HangUpAgent(held.leg().attempt()));
        yield giveBack(held, result, at, actions);
      }
      // Its attempt was decided and kept when the two were joined.
      case Talking talking -> {
        actions.add(new HandOverAction.HangUpAgent(talking.leg().attempt()));
        actions.add(new HandOverAction.Release(talking.leg().reservation(), true));
        yield talking.matter();
      }
    };
  }

  private static Matter giveBack(
      WithAgent state, AttemptResult result, Duration at, List<HandOverAction> actions) {
    Attempt ended = state.leg().ended(result, at);
    actions.add(new HandOverAction.Release(state.leg().reservation(), false));
    actions.add(new HandOverAction.Keep(ended));
    return state.matter().withTried(ended);
  }

  static Step finish(Matter matter, TransferOutcome outcome, List<HandOverAction> before) {
    List<HandOverAction> actions = new ArrayList<>(before);
    stopMusic(matter, actions);
    actions.add(new HandOverAction.Finish(outcome));
    return new Step(new Finished(outcome), actions);
  }

  static void stopMusic(Matter matter, List<HandOverAction> actions) {
    if (matter.music()) {
      actions.add(new HandOverAction.StopHoldMusic());
    }
  }
}
