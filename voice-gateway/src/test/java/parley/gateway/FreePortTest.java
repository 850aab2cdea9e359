package parley.gateway;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void eachPortIsGivenOnceWithTheOneAfterIt() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      int port = FreePort.next();
      assertTrue(given.add(port) && given.add(port + 1), () -> "again " + port);
    }
  }

  @Test
  void aPortIsPassedOverWhereTheOneAfterItIsTaken() throws Exception {
    int taken = FreePort.next() + 3;
    try (ServerSocket _ = new ServerSocket(taken, 1, LOOPBACK)) {
      assertNotEquals(taken - 1, FreePort.next());
    }
  }

  @Test
  void aPortIsPassedOverWhereUdpIsTaken() throws Exception {
    int taken = FreePort.next() + 2;
    try (DatagramSocket _ = new DatagramSocket(new InetSocketAddress(LOOPBACK, taken))) {
      assertNotEquals(taken, FreePort.next());
    }
  }
}
