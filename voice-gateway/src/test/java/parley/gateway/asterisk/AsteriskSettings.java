package parley.gateway.asterisk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.gateway.FreePort;

/// Settings for tests: the shipped files, a state folder of the test's own, free ports.
final class AsteriskSettings {

  static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();

  private AsteriskSettings() {}

  static Settings in(Path state) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_STATE", state.toString());
    environment.put("PARLEY_ASTERISK_HTTP_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_AMI_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_AGI_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_SIP_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_RTP_LOW", "21000");
    environment.put("PARLEY_ASTERISK_RTP_HIGH", "21999");
    return SettingsLoader.load(HOME, environment, List.of()).settings();
  }
}
