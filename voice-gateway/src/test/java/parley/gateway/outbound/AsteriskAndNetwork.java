package parley.gateway.outbound;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.gateway.FreePort;
import parley.gateway.asterisk.AsteriskFinder;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.asterisk.AsteriskProcess;
import parley.gateway.phone.TestCallee;

/// A real Asterisk with a telephone network behind it that answers as it is told.
///
/// @param network every phone of it, the agents' too
record AsteriskAndNetwork(
    Settings settings, AsteriskLogins logins, AsteriskProcess asterisk, TestCallee network)
    implements AutoCloseable {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();

  static AsteriskAndNetwork start(Path state, Function<String, TestCallee.Behaviour> behaviour)
      throws InterruptedException {
    TestCallee network = TestCallee.onFreePort(behaviour);
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_STATE", state.toString());
    environment.put("PARLEY_ASTERISK_HTTP_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_AMI_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_AGI_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_SIP_PORT", Integer.toString(FreePort.next()));
    environment.put("PARLEY_ASTERISK_RTP_LOW", "22000");
    environment.put("PARLEY_ASTERISK_RTP_HIGH", "22999");
    environment.put("PARLEY_ASTERISK_TRUNK_ENDPOINT", endpoint("{number}", network));
    environment.put("PARLEY_ASTERISK_TRUNK_CALLER_ID", "+358401234567");
    environment.put("PARLEY_ASTERISK_TRUNK_RING", "5s");
    Settings settings = SettingsLoader.load(HOME, environment, List.of()).settings();
    AsteriskLogins logins = AsteriskLogins.of(settings);
    AsteriskProcess asterisk =
        AsteriskProcess.start(
            settings,
            logins,
            new AsteriskFinder(HOME, HOME.resolve(".parley")).findOrInstall(_ -> {}),
            _ -> {});
    return new AsteriskAndNetwork(settings, logins, asterisk, network);
  }

  /// What is dialled to reach a phone of the network.
  String endpoint(String number) {
    return endpoint(number, network);
  }

  private static String endpoint(String number, TestCallee network) {
    return "PJSIP/test-trunk/sip:" + number + "@127.0.0.1:" + network.port();
  }

  @Override
  public void close() {
    asterisk.close();
    network.close();
  }
}
