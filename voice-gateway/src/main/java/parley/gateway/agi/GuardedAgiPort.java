package parley.gateway.agi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The FastAGI port: only allowed addresses come in, and nobody may talk without end. What is
/// refused is counted and said once.
///
/// Thread: any.
final class GuardedAgiPort implements ServerSocketFacade {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedAgiPort.class);

  /// Out of file handles, accepting fails at once and again.
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ServerSocket server;
  private final Set<String> allowed;
  private final Duration longestCall;
  private final AtomicLong refused = new AtomicLong();

  GuardedAgiPort(String bind, int port, Set<String> allowed, Duration longestCall)
      throws IOException {
    this.allowed = allowed;
    this.longestCall = longestCall;
    this.server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(bind, port), 128);
    } catch (IOException e) {
      server.close();
      throw new IOException(
          "The FastAGI port %s:%d cannot be opened (%s): choose another with agi.port"
              .formatted(bind, port, e.getMessage()),
          e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  long refused() {
    return refused.get();
  }

  /// After an [IOException] from here the library asks again without a pause: only our own end is
  /// one.
  @Override
  public SocketConnectionFacade accept() throws IOException {
    while (true) {
      Socket socket = next();
      try {
        String address = socket.getInetAddress().getHostAddress();
        if (allowed.contains(address)) {
          return new GuardedAgiSocket(socket, longestCall, this::refuse);
        }
        refuse("the address " + address + " is not in agi.allowed");
        socket.close();
      } catch (IOException e) {
        refuse("it was over at once");
        socket.close();
      }
    }
  }

  private Socket next() throws IOException {
    while (true) {
      try {
        return server.accept();
      } catch (IOException e) {
        if (server.isClosed()) {
          throw e;
        }
        LOG.warn("A FastAGI connection could not be accepted: {}", e.getMessage());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /// Each connection sets its own limits; the library's one limit for everything ended long calls.
  @Override
  public void setSocketReadTimeout(int millis) {}

  private void refuse(String why) {
    if (refused.incrementAndGet() == 1) {
      LOG.warn("A FastAGI connection was ended: {} (further ones are only counted)", why);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.debug("Closing the FastAGI port failed", e);
    }
  }
}
