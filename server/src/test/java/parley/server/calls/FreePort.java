package parley.server.calls;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports on 127.0.0.1 for the programs that tests start. Each is given once, and below the ports
/// that systems give to outgoing connections, or one of those could take it before its program
/// binds it.
final class FreePort {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final int LOWEST = 10_000;
  private static final int COUNT = 6_000;

  private static int given = ThreadLocalRandom.current().nextInt(COUNT);

  private FreePort() {}

  /// A port that is free for TCP and UDP, as is the one after it: a SIP phone listens for TLS
  /// there.
  static synchronized int next() {
    for (int tried = 0; tried < COUNT; tried += 2) {
      given = (given + 2) % COUNT;
      int port = LOWEST + given;
      if (isFree(port) && isFree(port + 1)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No two ports from " + LOWEST + " to " + (LOWEST + COUNT) + " are free");
  }

  private static boolean isFree(int port) {
    InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
    try (ServerSocket _ = new ServerSocket(port, 1, LOOPBACK);
        DatagramSocket _ = new DatagramSocket(address)) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /// The first port of a range for audio, below the ports that systems give out themselves.
  static int audioRange(int size) {
    return ThreadLocalRandom.current().nextInt(16_000, 32_000 - size) & ~1;
  }
}
