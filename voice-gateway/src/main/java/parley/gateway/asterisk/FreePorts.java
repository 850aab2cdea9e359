package parley.gateway.asterisk;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.config.Settings;
import parley.gateway.asterisk.PortHolders.Protocol;

/// Whether the ports that the private Asterisk needs are free. Asterisk itself would start without
/// them and only log it.
public final class FreePorts {

  private FreePorts() {}

  /// One sentence for each port that is taken: which, by whom, which setting changes it.
  public static List<String> problems(Settings settings) {
    Settings.Asterisk asterisk = settings.asterisk();
    List<String> problems = new ArrayList<>();
    udp(problems, asterisk.sipBind(), asterisk.sipPort(), "SIP", "asterisk.sip-port");
    tcp(problems, asterisk.httpPort(), "ARI", "asterisk.http-port");
    tcp(problems, asterisk.amiPort(), "AMI", "asterisk.ami-port");
    audio(problems, settings);
    return problems;
  }

  /// The same for the ports that Parley itself listens on.
  public static List<String> problemsOfParley(Settings settings) {
    List<String> problems = new ArrayList<>();
    tcp(problems, settings.media().audioSocketPort(), "AudioSocket", "media.audio-socket-port");
    if (settings.agi().enabled()) {
      tcp(problems, settings.agi().port(), "FastAGI", "agi.port");
    }
    return problems;
  }

  private static void udp(
      List<String> problems, String address, int port, String purpose, String setting) {
    try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(address, port))) {
      probe.getLocalPort();
    } catch (IOException taken) {
      problems.add(
          addressIsOurs(address)
              ? taken(Protocol.UDP, port, purpose, setting)
              : "asterisk.sip-bind is %s, which is no address of this machine; set it to one that is."
                  .formatted(address));
    }
  }

  private static void tcp(List<String> problems, int port, String purpose, String setting) {
    try (ServerSocket probe = new ServerSocket()) {
      // As Asterisk does: connections of an earlier one that linger are no hindrance.
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      problems.add(taken(Protocol.TCP, port, purpose, setting));
    }
  }

  /// Asterisk passes over single ports that are taken; too few left means calls without audio.
  private static void audio(List<String> problems, Settings settings) {
    int low = settings.asterisk().rtpLow();
    int high = settings.asterisk().rtpHigh();
    Map<Integer, Long> used = PortHolders.inodes(Protocol.UDP);
    long free =
        high - low + 1 - used.keySet().stream().filter(port -> port >= low && port <= high).count();
    int needed = settings.calls().atOnce() * 4;
    if (free < needed) {
      problems.add(
          "Only %d of the audio ports from %d to %d (UDP) are free and %d calls need %d; move the range with asterisk.rtp-low and asterisk.rtp-high."
              .formatted(free, low, high, settings.calls().atOnce(), needed));
    }
  }

  private static boolean addressIsOurs(String address) {
    try (DatagramSocket probe = new DatagramSocket(new InetSocketAddress(address, 0))) {
      return probe.isBound();
    } catch (IOException foreign) {
      return false;
    }
  }

  private static String taken(Protocol protocol, int port, String purpose, String setting) {
    return "Port %d (%s, %s) is in use%s; stop that, or choose another port with %s."
        .formatted(port, protocol, purpose, PortHolders.say(protocol, port), setting);
  }
}
