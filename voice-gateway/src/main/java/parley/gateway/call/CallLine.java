package parley.gateway.call;

import java.time.Duration;
import java.util.Optional;
import parley.gateway.media.MediaLink;

/// The telephone side of one call: its channels, bridges and recording. Port: `AriLine` does it
/// over ARI.
///
/// Thread: the call's own; every method blocks until Asterisk has answered, within the request
/// timeout. Errors: [LineException] or [parley.gateway.media.MediaLineBroken]; the call then goes
/// on in the dialplan. What a line makes it registers in its ledger; [#release] frees all of it,
/// whatever happened before.
public interface CallLine {

  /// Answers the caller and opens the audio line.
  MediaLink open(MediaLink.Listener listener);

  /// Starts recording both sides; returns the recording's path below the recordings folder, empty
  /// when it is not recorded.
  Optional<String> record(String name);

  /// Tells Asterisk that Parley is alive: without it the caller goes on in the dialplan.
  void renewLease();

  /// Rings an agent's phone; what becomes of it comes as events with the leg's id, which is
  /// returned.
  String ring(String endpoint, Duration atMost);

  /// The leg of an agent who has answered already, and waits, belongs to this call from now on.
  void adopt(String leg);

  /// Ends an agent's leg, ringing or not; nothing when it is gone.
  void hangUpAgent(String leg);

  /// Music for the caller, over which nothing is said.
  void holdMusic(boolean on);

  /// Joins the audio line with the agent alone, for the whisper; the caller hears music.
  void whisperTo(String leg);

  /// Brings the audio line back to the caller.
  void backToCaller();

  /// Joins the agent with the caller and ends the audio line.
  void join(String leg);

  /// Lets the caller go on in the dialplan, at the fallback.
  void leaveToDialplan();

  /// Leaves caller and agent, who talk, to each other: nothing of theirs is released any more.
  void leaveToAgent();

  /// Hangs up.
  void hangUp();

  /// Frees what is left of the call. Idempotent; never throws.
  void release();
}
