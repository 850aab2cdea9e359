package parley.gateway.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.Eventually.eventually;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Audio over AudioSocket with a real socket: what Asterisk sends, and what it never would.
class AudioSocketTest {
  private static final int AUDIO = AudioSocketFrame.KIND_AUDIO_8K;
  private final RecordingListener listener = new RecordingListener();
  private final List<Socket> sockets = new ArrayList<>();
  private AudioSocketServer server;

  @BeforeEach
  void listen() throws IOException {
    server = new AudioSocketServer("127.0.0.1", 0);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(10_000);
    sockets.add(socket);
    return socket;
  }

  private static void frame(Socket socket, int kind, byte[] payload) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.write(kind);
    out.writeShort(payload.length);
    out.write(payload);
    out.flush();
  }

  private static byte[] bytes(UUID leg) {
    return java.nio.ByteBuffer.allocate(16)
        .putLong(leg.getMostSignificantBits())
        .putLong(leg.getLeastSignificantBits())
        .array();
  }

  /// A line and the socket that Asterisk would have.
  private record Line(AudioSocketLink link, Socket socket) {}

  private Line line() throws IOException {
    UUID leg = UUID.randomUUID();
    try (AudioSocketLink.Awaited awaited = AudioSocketLink.expect(server, leg)) {
      Socket socket = connect();
      frame(socket, AudioSocketFrame.KIND_UUID, bytes(leg));
      return new Line(awaited.take(8_000, Duration.ofSeconds(10), listener), socket);
    }
  }

  private void refused(long count) {
    eventually(count + " refused", () -> server.refused() == count);
  }

  private static int loudest(DataInputStream in, int frames) throws IOException {
    int loudest = 0;
    for (int i = 0; i < frames; i++) {
      assertEquals(AUDIO, in.readUnsignedByte());
      assertEquals(320, in.readUnsignedShort());
      for (byte b : in.readNBytes(320)) {
        loudest = Math.max(loudest, Math.abs(b));
      }
    }
    return loudest;
  }

  @Test
  void audioGoesBothWaysAndMarksAreTold() throws IOException {
    Line line = line();
    frame(line.socket, AUDIO, new byte[320]);
    frame(line.socket, AudioSocketFrame.KIND_DTMF, new byte[] {'7'});
    frame(line.socket, AUDIO, new byte[160]);
    frame(line.socket, AUDIO, new byte[160]);
    eventually("two frames", () -> listener.frames.size() == 2);
    DataInputStream in = new DataInputStream(line.socket.getInputStream());
    assertEquals(0, loudest(in, 2), "silence while nothing is said");
    short[] audio = new short[1_600];
    java.util.Arrays.fill(audio, (short) 77);
    line.link.play(audio, List.of(new MediaLink.Mark(1_600, "end")));
    eventually("the mark", () -> listener.marks.equals(List.of("end")));
    assertEquals(77, loudest(in, 8));
    line.link.close();
    assertEquals(List.of(), listener.ends, "our own end is not told");
  }

  @Test
  void aHeldLineIsSilentAndAFlushedOneStaysSo() throws IOException {
    Line line = line();
    line.link.pause();
    short[] audio = new short[16_000];
    java.util.Arrays.fill(audio, (short) 77);
    line.link.play(audio, List.of(new MediaLink.Mark(16_000, "end")));
    DataInputStream in = new DataInputStream(line.socket.getInputStream());
    assertEquals(0, loudest(in, 5));
    line.link.flush();
    assertEquals(0, loudest(in, 5));
    assertEquals(List.of(), listener.marks);
    line.link.close();
  }

  @Test
  void aHangUpOfAsteriskIsTold() throws IOException {
    Line line = line();
    frame(line.socket, AudioSocketFrame.KIND_HANGUP, new byte[0]);
    eventually("the end", () -> listener.ends.equals(List.of("closed by Asterisk")));
    assertEquals(0, server.refused());
  }

  @Test
  void framesThatAreTooLargeUnknownOrCutOffEndTheirLineAndAreCounted() throws IOException {
    Line large = line();
    frame(large.socket, AUDIO, new byte[5_000]);
    refused(1);
    Line unknown = line();
    frame(unknown.socket, 0x55, new byte[4]);
    refused(2);
    Line cut = line();
    cut.socket.getOutputStream().write(new byte[] {AUDIO, 1, 64, 0, 0});
    cut.socket.shutdownOutput();
    refused(3);
    eventually("three ends", () -> listener.ends.size() == 3);
  }

  @Test
  void whoNamesNoLegOrAWrongOneIsEndedAndCounted() throws IOException {
    frame(connect(), AudioSocketFrame.KIND_UUID, bytes(UUID.randomUUID()));
    refused(1);
    frame(connect(), AUDIO, new byte[320]);
    refused(2);
    frame(connect(), AudioSocketFrame.KIND_UUID, new byte[15]);
    refused(3);
    connect().getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    refused(4);
    Socket silent = connect();
    assertEquals(-1, silent.getInputStream().read(), "silence has a deadline");
    refused(5);
  }

  @Test
  void threeHundredStrangersDisturbNobody() throws IOException {
    Line before = line();
    for (int i = 0; i < 300; i++) {
      Socket _ = connect();
    }
    Line after = line();
    frame(before.socket, AUDIO, new byte[320]);
    frame(after.socket, AUDIO, new byte[320]);
    eventually("both lines are heard", () -> listener.frames.size() == 2);
    assertTrue(server.refused() >= 100, "the first strangers had to make room");
    assertEquals(List.of(), listener.ends);
    before.link.close();
    after.link.close();
  }

  @Test
  void aLegThatDoesNotComeIsNotWaitedForLong() {
    try (AudioSocketLink.Awaited awaited = AudioSocketLink.expect(server, UUID.randomUUID())) {
      assertThrows(IOException.class, () -> awaited.take(8_000, Duration.ofMillis(50), listener));
    }
  }

  @Test
  void aLegThatComesTooLateIsClosed() throws IOException {
    UUID leg = UUID.randomUUID();
    Socket late = connect();
    try (AudioSocketLink.Awaited awaited = AudioSocketLink.expect(server, leg)) {
      assertThrows(IOException.class, () -> awaited.take(8_000, Duration.ofMillis(10), listener));
      frame(late, AudioSocketFrame.KIND_UUID, bytes(leg));
    }
    assertEquals(-1, late.getInputStream().read());
  }

  @Test
  void aPortInUseIsNamed() {
    IOException taken =
        assertThrows(IOException.class, () -> new AudioSocketServer("127.0.0.1", server.port()));
    assertTrue(String.valueOf(taken.getMessage()).contains("media.audio-socket-port"));
  }
}
