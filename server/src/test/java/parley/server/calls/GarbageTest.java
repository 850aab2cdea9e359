package parley.server.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import parley.config.Settings;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.log.LogEntry.TurnTaken;

/// Noise from the network at every port, in the middle of a call.
@Tag("calls")
@ExtendWith(CallsTestBed.class)
class GarbageTest {

  private static final int ROUNDS = 20;

  private final RunningServer server;
  private final TestSpeech speech;

  /// The same noise each time, so that a failure can be repeated.
  private final Random random = new Random(1);

  GarbageTest(RunningServer server, TestSpeech speech) {
    this.server = server;
    this.speech = speech;
  }

  @Test
  void garbageAtEveryPortDisturbsNoCall() throws Exception {
    Settings settings = server.settings();
    try (Caller caller = Caller.dial(server, speech).greeted()) {
      var answer = caller.call().say(speech.say("What are your opening hours"));
      for (int round = 0; round < ROUNDS; round++) {
        datagrams(settings.asterisk().sipPort());
        noise(settings.asterisk().httpPort());
        noise(settings.asterisk().amiPort());
        noise(settings.agi().port());
        text(settings.agi().port(), "agi_network: yes\nagi_request: \u0000\n\n\n");
        mediaOfNobody(settings.asterisk().httpPort());
      }
      assertTrue(answer.join().complete());
      assertTrue(caller.talk().awaitReplyOver());
      TurnTaken reply = caller.turn(Speaker.PARLEY, 1);
      assertFalse(reply.interrupted(), caller.transcript());
      assertTrue(reply.citations().contains("opening-hours"), caller.transcript());
      caller.ask("I forgot my password");
      assertEquals("i forgot my password", caller.turn(Speaker.CALLER, 1).words().text());
    }
    assertTrue(server.status().isPresent(), "the server is still there");
  }

  private void datagrams(int port) throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      byte[] truncated =
          "INVITE sip:1000@127.0.0.1 SIP/2.0\r\nVia: ".getBytes(StandardCharsets.US_ASCII);
      for (byte[] bytes : new byte[][] {random(40), random(1_400), truncated, new byte[0]}) {
        socket.send(
            new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
      }
    }
  }

  private void noise(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(random(3_000));
    } catch (java.net.SocketException closedByTheOtherSide) {
      assertTrue(server.status().isPresent());
    }
  }

  private static void text(int port, String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /// A media websocket for a call that does not exist.
  private static void mediaOfNobody(int port) throws IOException {
    String request =
        """
        GET /media/%s HTTP/1.1\r
        Host: 127.0.0.1\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Protocol: media\r
        \r
        """
            .formatted(UUID.randomUUID());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertEquals("HTTP/1.1 404", new String(answer, StandardCharsets.US_ASCII));
    }
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
