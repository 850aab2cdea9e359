package parley.gateway.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.config.Settings;
import parley.config.SettingsLoader;

/// Settings for tests: the shipped files, a state folder of the test's own, free ports.
final class AsteriskSettings {

  static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();

  private AsteriskSettings() {}

  static Settings in(Path state) {
    try (ServerSocket http = new ServerSocket(0);
        ServerSocket ami = new ServerSocket(0);
        ServerSocket agi = new ServerSocket(0);
        DatagramSocket sip = new DatagramSocket()) {
      Map<String, String> environment = new HashMap<>();
      environment.put("PARLEY_STATE", state.toString());
      environment.put("PARLEY_ASTERISK_HTTP_PORT", Integer.toString(http.getLocalPort()));
      environment.put("PARLEY_ASTERISK_AMI_PORT", Integer.toString(ami.getLocalPort()));
      environment.put("PARLEY_AGI_PORT", Integer.toString(agi.getLocalPort()));
      environment.put("PARLEY_ASTERISK_SIP_PORT", Integer.toString(sip.getLocalPort()));
      environment.put("PARLEY_ASTERISK_RTP_LOW", "21000");
      environment.put("PARLEY_ASTERISK_RTP_HIGH", "21999");
      return SettingsLoader.load(HOME, environment, List.of()).settings();
    } catch (IOException noPorts) {
      throw new UncheckedIOException(noPorts);
    }
  }
}
