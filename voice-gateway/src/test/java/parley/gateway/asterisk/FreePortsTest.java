package parley.gateway.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;

class FreePortsTest {

  @TempDir Path state;

  @Test
  void freePortsAreNoProblem() {
    assertEquals(List.of(), FreePorts.problems(AsteriskSettings.in(state)));
  }

  @Test
  void takenPortsAreNamedWithTheirHolderAndTheirSetting() throws IOException {
    Settings settings = AsteriskSettings.in(state);
    int sip = settings.asterisk().sipPort();
    int http = settings.asterisk().httpPort();
    try (DatagramSocket phone =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), sip));
        ServerSocket web = new ServerSocket(http, 1, InetAddress.getLoopbackAddress())) {
      List<String> problems = FreePorts.problems(settings);

      assertTrue(phone.isBound() && web.isBound());
      assertEquals(2, problems.size(), problems::toString);
      String me = "(pid " + ProcessHandle.current().pid() + ")";
      assertTrue(problems.get(0).startsWith("Port " + sip + " (UDP, SIP) is in use, held by "));
      assertTrue(problems.get(0).contains(me), problems.get(0));
      assertTrue(problems.get(0).endsWith("choose another port with asterisk.sip-port."));
      assertTrue(problems.get(1).startsWith("Port " + http + " (TCP, ARI) is in use"));
      assertTrue(problems.get(1).contains(me), problems.get(1));
    }
  }
}
