package parley.gateway.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where Asterisk's AudioSocket legs connect. Each connection says first which leg it is, by a UUID
/// that Parley gave to Asterisk; one that does not is closed and counted.
///
/// Thread: any. Accepting and each connection have a virtual thread of their own.
public final class AudioSocketServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AudioSocketServer.class);
  private static final int FIRST_FRAME_DEADLINE_MS = 3_000;

  /// Connections that have not said who they are. Real ones say so in their first packet.
  private static final int MOST_STRANGERS = 200;

  /// Out of file handles, accepting fails at once and again.
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ServerSocket server;
  private final ConcurrentHashMap<UUID, CompletableFuture<Socket>> expected =
      new ConcurrentHashMap<>();
  private final AtomicLong refused = new AtomicLong();
  private final ConcurrentLinkedQueue<Socket> strangers = new ConcurrentLinkedQueue<>();

  public AudioSocketServer(String bind, int port) throws IOException {
    this.server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(bind, port), 256);
    } catch (IOException e) {
      server.close();
      throw new IOException(
          "The AudioSocket port %s:%d cannot be opened (%s): choose another with media.audio-socket-port"
              .formatted(bind, port, e.getMessage()),
          e);
    }
    Thread _ = Thread.ofVirtual().name("audiosocket-accept").start(this::acceptAll);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// Connections that were closed because they did not speak the protocol.
  public long refused() {
    return refused.get();
  }

  /// The connection that will name this leg; whoever stops waiting for it calls [#forget].
  CompletableFuture<Socket> expect(UUID leg) {
    CompletableFuture<Socket> connection = new CompletableFuture<>();
    expected.put(leg, connection);
    return connection;
  }

  void forget(UUID leg) {
    CompletableFuture<Socket> waiting = expected.remove(leg);
    if (waiting != null) {
      waiting.cancel(false);
    }
  }

  /// Counts a connection that broke the protocol and says so once.
  void refuse(Socket socket, String why) {
    closeQuietly(socket);
    if (refused.incrementAndGet() == 1) {
      LOG.warn("An AudioSocket connection was closed: {} (further ones are only counted)", why);
    }
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        makeRoom();
        strangers.add(socket);
        Thread _ = Thread.ofVirtual().name("audiosocket").start(() -> greet(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.warn("An AudioSocket connection could not be accepted: {}", e.getMessage());
          LockSupport.parkNanos(PAUSE.toNanos());
        }
      }
    }
  }

  /// Who has been silent longest goes: Asterisk says at once who it is.
  private void makeRoom() {
    while (strangers.size() >= MOST_STRANGERS) {
      Socket oldest = strangers.poll();
      if (oldest != null) {
        refuse(oldest, "too many connections that do not name a leg");
      }
    }
  }

  private void greet(Socket socket) {
    String why = "";
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(FIRST_FRAME_DEADLINE_MS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int kind = in.readUnsignedByte();
      int length = in.readUnsignedShort();
      if (kind != AudioSocketFrame.KIND_UUID || length != 16) {
        why = "it did not begin with a UUID";
        return;
      }
      UUID leg = new UUID(in.readLong(), in.readLong());
      CompletableFuture<Socket> waiting = expected.remove(leg);
      if (waiting == null || !waiting.complete(socket)) {
        why = "it named a leg that Parley does not wait for";
      }
    } catch (IOException e) {
      why = "it did not name a leg in time";
    } finally {
      // One that was closed to make room has been counted.
      if (strangers.remove(socket) && !why.isEmpty()) {
        refuse(socket, why);
      }
    }
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("Closing a socket failed", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.debug("Closing the AudioSocket port failed", e);
    }
  }
}
