package parley.gateway.ari;

import java.util.Optional;

/// Records both sides of a call. Port: `AmiRecorder` does it with MixMonitor, which follows the
/// caller from bridge to bridge and goes on without Parley.
public interface Recorder {

  /// Starts, and returns the recording's path below the recordings folder; empty when the call is
  /// not recorded. A failure is logged and does not disturb the call.
  ///
  /// @param channelName the caller's channel as Asterisk names it
  /// @param call the call's id, which names the file
  Optional<String> start(String channelName, String call);

  /// No recording.
  Recorder NONE = (_, _) -> Optional.empty();
}
