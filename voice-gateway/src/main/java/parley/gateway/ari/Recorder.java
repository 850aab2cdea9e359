package parley.gateway.ari;

/// Records both sides of a call. Port: `AmiRecorder` does it with MixMonitor, which follows the caller from bridge to bridge and goes
/// on without Parley.
public interface Recorder {

  /// Starts; a failure is logged and does not disturb the call.
  ///
  /// @param channelName the caller's channel as Asterisk names it
  /// @param call the call's id, which names the file
  void start(String channelName, String call);

  /// No recording.
  Recorder NONE = (channelName, call) -> {};
}
