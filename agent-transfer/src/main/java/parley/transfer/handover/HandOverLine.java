package parley.transfer.handover;

import java.time.Duration;
import parley.dialogue.call.Spoken;
import parley.transfer.agent.Agent;

/// The telephone side of one hand-over. Port: `voice-gateway` implements it over Asterisk.
///
/// Each method asks for something and returns without waiting for it; what comes of it is told to
/// the call's mailbox and from there to [HandOverCourse#on]. A method may take as long as one
/// request to Asterisk. An exception means that it could not even be asked; [HandOverCourse] treats
/// it like the news that it failed. `attempt` names the agent's leg.
///
/// Thread: called on the call's thread only.
public interface HandOverLine {

  /// Rings the phone. Told: `PhoneRings`, `Answered`, `Declined`, `RingTimedOut`, `AgentLost`.
  ///
  /// @param atMost Asterisk's own timeout for the leg; round it up, we end the ringing earlier
  void ring(int attempt, Agent agent, Duration atMost);

  /// Ends the leg at once, ringing, just answered or gone already. Idempotent.
  void cancelRing(int attempt);

  /// Speaks to the caller, who hears no music meanwhile. Told: `CallerTold`, always, or the caller
  /// waits in silence.
  void tellCaller(int attempt, CallerNotice notice);

  void startHoldMusic();

  void stopHoldMusic();

  /// Takes the voice to the agent alone and speaks; a notice still being spoken to the caller ends.
  /// Told: `WhisperHeard`, also when it could not be spoken.
  void whisper(int attempt, Spoken sentence);

  /// Puts the agent into the caller's bridge and takes the voice out of the call. Told: `Joined`.
  void join(int attempt);

  /// Ends the agent's leg. Idempotent.
  void hangUpAgent(int attempt);
}
