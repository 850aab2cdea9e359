package parley.server.bench.callbacks;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.config.Settings;
import parley.config.SettingsLoader;
import parley.gateway.asterisk.AsteriskFinder;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.asterisk.AsteriskProcess;
import parley.server.callbacks.CallbackRunCommand;

/// A real Asterisk on ports of its own, and behind its trunk a telephone network that counts the
/// calls of each number. Thread: any.
final class AsteriskWitness implements Witness {

  private static final int FIRST_AUDIO_PORT = 24_000;
  private static final int AUDIO_PORTS = 4_000;

  private final Network network;
  private final AsteriskProcess asterisk;
  private final Map<String, String> settings;

  private AsteriskWitness(Network network, AsteriskProcess asterisk, Map<String, String> settings) {
    this.network = network;
    this.asterisk = asterisk;
    this.settings = settings;
  }

  /// @param home the checkout, which has the installed Asterisk
  /// @param folder for Asterisk's and SIPp's files
  /// @param lines calls at once of each node
  static AsteriskWitness start(Path home, Path folder, int lines, Picking picking)
      throws IOException, InterruptedException {
    Path installed = home.resolve(".parley");
    Network network = network(home, folder.resolveSibling("sipp"), picking);
    try {
      Map<String, String> given = given(network.port(), lines);
      Settings own = SettingsLoader.load(home, Map.of(), given(given, folder)).settings();
      AsteriskLogins logins = AsteriskLogins.of(own);
      AsteriskProcess asterisk =
          AsteriskProcess.start(
              own, logins, new AsteriskFinder(home, installed).findOrInstall(_ -> {}), _ -> {});
      Map<String, String> ofNodes = new LinkedHashMap<>(given);
      ofNodes.put("asterisk.mode", "external");
      ofNodes.put("asterisk.ari-password", logins.ari().reveal());
      ofNodes.put("asterisk.ami-password", logins.ami().reveal());
      return new AsteriskWitness(network, asterisk, ofNodes);
    } catch (RuntimeException | InterruptedException | IOException e) {
      network.close();
      throw e;
    }
  }

  private static Network network(Path home, Path folder, Picking picking)
      throws IOException, InterruptedException {
    return picking == Picking.SIPP
        ? SippNetwork.start(Picking.sipp(home).orElseThrow(), folder, freePort(), freePort())
        : OwnNetwork.start();
  }

  private static List<SettingsLoader.Given> given(Map<String, String> given, Path folder) {
    Map<String, String> all = new LinkedHashMap<>(given);
    all.put("state", folder.toString());
    return all.entrySet().stream()
        .map(entry -> new SettingsLoader.Given(entry.getKey(), entry.getValue(), "bench"))
        .toList();
  }

  private static Map<String, String> given(int network, int lines) throws IOException {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("asterisk.http-port", Integer.toString(freePort()));
    given.put("asterisk.ami-port", Integer.toString(freePort()));
    given.put("asterisk.sip-port", Integer.toString(freePort()));
    given.put("asterisk.rtp-low", Integer.toString(FIRST_AUDIO_PORT));
    given.put("asterisk.rtp-high", Integer.toString(FIRST_AUDIO_PORT + AUDIO_PORTS - 1));
    given.put("asterisk.trunk.endpoint", "PJSIP/test-trunk/sip:{number}@127.0.0.1:" + network);
    given.put("asterisk.trunk.channels", Integer.toString(lines));
    given.put("asterisk.trunk.detect-machines", "false");
    return given;
  }

  /// Free for TCP and UDP.
  private static int freePort() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    while (true) {
      try (ServerSocket tcp = new ServerSocket(0, 1, loopback);
          DatagramSocket udp =
              new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()))) {
        return udp.getLocalPort();
      } catch (java.net.BindException taken) {
        // The next one.
      }
    }
  }

  @Override
  public Map<String, Integer> received() {
    return network.received();
  }

  @Override
  public NodeTelephone telephone() {
    return new NodeTelephone(CallbackRunCommand.ASTERISK, settings);
  }

  @Override
  public void close() {
    asterisk.close();
    network.close();
  }
}
