package parley.gateway;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The server's end of a WebSocket (RFC 6455): what the client sends is kept, unmasked frames end
/// it.
public final class FakeWebSocket {
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Socket socket;
  private final String target;
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final List<byte[]> binaries = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  FakeWebSocket(Socket socket, String target) {
    this.socket = socket;
    this.target = target;
  }

  public String target() {
    return target;
  }

  public List<String> texts() {
    return List.copyOf(texts);
  }

  /// Bytes of audio that have come.
  public int bytes() {
    return binaries.stream().mapToInt(b -> b.length).sum();
  }

  public int largest() {
    return binaries.stream().mapToInt(b -> b.length).max().orElse(0);
  }

  public boolean hasEnded() {
    return ended;
  }

  public void sendText(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  public void sendBinary(byte[] bytes) throws IOException {
    send(BINARY, bytes);
  }

  public void sendClose(int code) throws IOException {
    send(CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
  }

  /// Ends without a close frame.
  public void abort() throws IOException {
    socket.close();
  }

  private synchronized void send(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) (0x80 | opcode));
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length < 65_536) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload);
    socket.getOutputStream().write(frame.array(), 0, frame.position());
  }

  void readAll(DataInputStream in) {
    try {
      while (readFrame(in)) {}
    } catch (IOException e) {
      // The client is gone.
    }
    ended = true;
  }

  private boolean readFrame(DataInputStream in) throws IOException {
    int opcode = in.readUnsignedByte() & 0x0f;
    int second = in.readUnsignedByte();
    if ((second & 0x80) == 0) {
      throw new IOException("A client must mask its frames");
    }
    long length = second & 0x7f;
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] mask = in.readNBytes(4);
    byte[] payload = in.readNBytes((int) length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    switch (opcode) {
      case TEXT -> texts.add(new String(payload, StandardCharsets.UTF_8));
      case BINARY -> binaries.add(payload);
      case PING -> send(PONG, payload);
      default -> {}
    }
    return opcode != CLOSE;
  }
}
