package parley.server.calls;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The settings of a server under test, by their environment names: free ports, and nothing that a
/// slow machine or another test could change.
final class ServerEnvironment {

  private static final int AUDIO_PORTS = 600;

  private ServerEnvironment() {}

  /// @param state the folder that the server keeps everything in
  static Map<String, String> of(Path state) {
    int rtp = FreePort.audioRange(AUDIO_PORTS);
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_STATE", state.toString());
    // Whether a number was heard right is read in the log.
    environment.put("PARLEY_PRIVACY_KEEP_ORIGINALS", "plain");
    environment.put("PARLEY_ASTERISK_SIP_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_HTTP_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_AMI_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_RTP_LOW", Integer.toString(rtp));
    environment.put("PARLEY_ASTERISK_RTP_HIGH", Integer.toString(rtp + AUDIO_PORTS - 1));
    environment.put("PARLEY_AGI_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_MEDIA_AUDIO_SOCKET_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_DATABASE_EMBEDDED_PORT", "0");
    environment.put("PARLEY_TRANSFER_RING", "6s");
    // All callers of a test share a number: what one did must not change what the next one hears.
    environment.put("PARLEY_MEMORY_GREETING", "false");
    // A machine that builds and tests at once may be slow: what is tested is not its speed.
    environment.put("PARLEY_SPEECH_SYNTHESIS_TIMEOUT", "20s");
    return environment;
  }
}
