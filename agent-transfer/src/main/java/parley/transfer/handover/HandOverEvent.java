package parley.transfer.handover;

import parley.dialogue.call.Key;
import parley.dialogue.conversation.HandOverRequest;
import parley.transfer.agent.Reservation;
import parley.transfer.whisper.CallerMood;

/// What happens during a hand-over. Events about an agent carry the number of the attempt they
/// belong to, so that late news of an earlier phone changes nothing.
public sealed interface HandOverEvent {

  record Begin(HandOverRequest request, CallerMood mood) implements HandOverEvent {}

  /// An agent, who has heard the summary, waits for a caller whom Parley has called: the hand-over
  /// begins with joining the two, as its attempt 1.
  record AgentWaits(HandOverRequest request, Reservation reservation) implements HandOverEvent {}

  record AgentReserved(int attempt, Reservation reservation) implements HandOverEvent {}

  record NoneFree(int attempt) implements HandOverEvent {}

  /// News of one agent's phone.
  sealed interface OfAgent extends HandOverEvent {
    int attempt();
  }

  /// The phone rings.
  record PhoneRings(int attempt) implements OfAgent {}

  record Answered(int attempt) implements OfAgent {}

  /// The agent refused (busy, declined, do not disturb).
  record Declined(int attempt) implements OfAgent {}

  /// Asterisk gave up ringing before we did.
  record RingTimedOut(int attempt) implements OfAgent {}

  /// The leg could not be made or died, or the phone is no longer registered.
  record AgentLost(int attempt) implements OfAgent {}

  record AgentHungUp(int attempt) implements OfAgent {}

  /// The whisper was heard to its end, or could not be spoken: the agent is joined either way.
  record WhisperHeard(int attempt) implements OfAgent {}

  /// Caller and agent are in one bridge.
  record Joined(int attempt) implements OfAgent {}

  /// The notice of this attempt was heard to its end, or could not be spoken.
  record CallerTold(int attempt) implements HandOverEvent {}

  /// Star ends the waiting, until an agent has answered. It alone does: a digit may still be on its
  /// way from the menu that asked for a person (0 again, out of impatience, is common).
  record CallerPressed(Key key) implements HandOverEvent {}

  record CallerHungUp() implements HandOverEvent {}

  /// Something that concerns the whole hand-over failed; `why` is for the log and holds no words or
  /// numbers of the call. A lost event connection alone is no reason once the two talk.
  record TelephonyFailed(String why) implements HandOverEvent {}

  /// Time went on. It matters only when the state's deadline has come, so it may be sent too often
  /// or too early.
  record TimePassed() implements HandOverEvent {}
}
