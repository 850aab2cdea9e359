package parley.gateway.agi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.Eventually.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The FastAGI door with a real socket: what Asterisk says, and what strangers say.
class AgiEntryTest {
  private final List<Socket> sockets = new ArrayList<>();
  private AgiEntry entry;

  @BeforeEach
  void open() throws IOException {
    entry = new AgiEntry("127.0.0.1", 0, Set.of("127.0.0.1"), Duration.ofHours(1), "parley");
  }

  @AfterEach
  void close() throws IOException {
    entry.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), entry.port());
    socket.setSoTimeout(10_000);
    sockets.add(socket);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String request(String script) {
    return """
    agi_network: yes
    agi_network_script: %s
    agi_request: agi://127.0.0.1/%s
    agi_channel: PJSIP/caller-00000001
    agi_language: en
    agi_callerid: 100
    agi_context: parley-in
    agi_extension: 1001
    agi_priority: 5

    """
        .formatted(script, script);
  }

  /// Answers the script's commands as Asterisk does and returns them.
  private static List<String> talk(Socket socket, String language) throws IOException {
    BufferedReader in = reader(socket);
    List<String> commands = new ArrayList<>();
    for (String command = in.readLine(); command != null; command = in.readLine()) {
      commands.add(command);
      String answer =
          command.contains("PARLEY_LANGUAGE") ? "200 result=1 (" + language + ")" : "200 result=0";
      write(socket, answer + "\n");
      if (command.startsWith("EXEC")) {
        return commands;
      }
    }
    return commands;
  }

  private void enters() throws IOException {
    Socket call = connect();
    write(call, request("call"));
    List<String> commands = talk(call, "fi");
    assertTrue(commands.getLast().startsWith("EXEC"), commands.toString());
  }

  private void ended(Socket socket) throws IOException {
    try {
      assertEquals(-1, socket.getInputStream().read());
    } catch (java.net.SocketException reset) {
      // Ended with data unread.
    }
  }

  @Test
  void aCallEntersTheApplicationWithItsVariables() throws IOException {
    Socket call = connect();
    write(call, request("call"));
    String exec = talk(call, "fi").getLast().replace("\"", "");
    assertEquals("EXEC Stasis parley,agi,language=fi,queue=,flow=", exec);
    assertEquals(0, entry.refused());
  }

  @Test
  void aVariableCannotAddArgumentsOfItsOwn() throws IOException {
    Socket call = connect();
    write(call, request("call"));
    String exec = talk(call, "fi,queue=vip\\\" x").getLast().replace("\"", "");
    assertEquals("EXEC Stasis parley,agi,language=fiqueuevipx,queue=,flow=", exec);
  }

  @Test
  void anotherScriptIsToldSoAndNothingMore() throws IOException {
    Socket call = connect();
    write(call, request("something"));
    BufferedReader in = reader(call);
    List<String> commands = new ArrayList<>();
    for (String command = in.readLine(); command != null; command = in.readLine()) {
      commands.add(command);
      write(call, "200 result=1\n");
    }
    assertTrue(commands.getFirst().startsWith("VERBOSE"), commands.toString());
    assertTrue(commands.stream().noneMatch(c -> c.startsWith("EXEC")), commands.toString());
  }

  @Test
  void strangersAreEndedAndCountedAndTheNextCallEnters() throws IOException {
    Socket line = connect();
    write(line, "x".repeat(5_000));
    ended(line);
    assertEquals(1, entry.refused());
    Socket lines = connect();
    write(lines, "agi_a: b\n".repeat(300));
    ended(lines);
    assertEquals(2, entry.refused());
    Socket reset = connect();
    reset.setSoLinger(true, 0);
    reset.close();
    enters();
  }

  @Test
  void silenceHasADeadline() throws IOException {
    Socket silent = connect();
    ended(silent);
    assertEquals(1, entry.refused());
    enters();
  }

  @Test
  void anAddressThatIsNotAllowedIsEnded() throws IOException {
    try (AgiEntry closed =
        new AgiEntry("127.0.0.1", 0, Set.of("192.0.2.1"), Duration.ofHours(1), "parley")) {
      Socket stranger = new Socket(InetAddress.getLoopbackAddress(), closed.port());
      sockets.add(stranger);
      ended(stranger);
      eventually("counted", () -> closed.refused() == 1);
    }
  }
}
