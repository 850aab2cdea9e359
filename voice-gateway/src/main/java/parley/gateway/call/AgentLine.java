package parley.gateway.call;

import java.time.Duration;
import parley.gateway.media.MediaLink;

/// The telephone side of one agent who is rung before there is a caller. Port: `AriAgentLine` does
/// it over ARI.
///
/// Thread: one owner; every method blocks until Asterisk has answered, within the request timeout.
/// Errors: [LineException] or [parley.gateway.media.MediaLineBroken]. [#release] frees all of it,
/// whatever happened before.
public interface AgentLine {

  /// Where news of the agent's phone come in.
  CallMailbox mailbox();

  /// Rings the phone; what becomes of it comes as events with the leg's id, which is returned.
  ///
  /// @param shown what the phone shows as the caller's number
  String ring(String endpoint, String shown, Duration atMost);

  /// Connects the audio line with the agent, who has answered.
  MediaLink open(MediaLink.Listener listener);

  /// Music for the agent, over which nothing is said.
  void holdMusic(boolean on);

  /// Tells Asterisk that Parley is alive: without it the agent's phone is let go.
  void renewLease();

  /// The leg is a call's from now on; the audio line ends.
  void leaveToCall();

  /// Frees what is left. Idempotent; never throws.
  void release();
}
