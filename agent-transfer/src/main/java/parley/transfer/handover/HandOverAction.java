package parley.transfer.handover;

import java.time.Duration;
import java.util.Set;
import parley.dialogue.call.Spoken;
import parley.transfer.agent.Agent;
import parley.transfer.agent.Reservation;
import parley.transfer.agent.Wanted;

/// What has to be done for a hand-over, in the order given.
public sealed interface HandOverAction {

  /// Answered by [HandOverEvent.AgentReserved] or [HandOverEvent.NoneFree].
  record Reserve(int attempt, Wanted wanted, Set<String> exclude) implements HandOverAction {
    public Reserve {
      exclude = Set.copyOf(exclude);
    }
  }

  record Release(Reservation reservation, boolean talked) implements HandOverAction {}

  /// Ring the agent's phone. We end the ringing ourselves; `atMost` is for Asterisk's own timeout,
  /// in case we are gone by then.
  record Ring(int attempt, Agent agent, Duration atMost) implements HandOverAction {}

  /// The phone must stop ringing at once. Also sent when the leg may be gone already.
  record CancelRing(int attempt) implements HandOverAction {}

  /// Answered by [HandOverEvent.CallerTold].
  record TellCaller(int attempt, CallerNotice notice) implements HandOverAction {}

  record StartHoldMusic() implements HandOverAction {}

  record StopHoldMusic() implements HandOverAction {}

  /// Speak this to the agent alone. A notice to the caller that is still being spoken ends here:
  /// the voice is needed. Answered by [HandOverEvent.WhisperHeard].
  record Whisper(int attempt, Spoken sentence) implements HandOverAction {}

  /// Answered by [HandOverEvent.Joined].
  record Join(int attempt) implements HandOverAction {}

  record HangUpAgent(int attempt) implements HandOverAction {}

  /// One attempt is decided: keep it in the call log.
  record Keep(Attempt attempt) implements HandOverAction {}

  /// The last action of every hand-over.
  record Finish(TransferOutcome outcome) implements HandOverAction {}
}
