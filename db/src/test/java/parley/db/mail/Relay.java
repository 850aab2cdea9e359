package parley.db.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands before a server under an address that stays: it can go away, come back, and lead to
/// another server. Thread: any.
final class Relay implements AutoCloseable {

  private static final int NOWHERE = 0;

  private final ServerSocket listening;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile int target;

  Relay(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// Every connection ends, and new ones end at once.
  void goAway() {
    target = NOWHERE;
    cut();
  }

  void leadTo(int port) {
    target = port;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket from = listening.accept();
        open.add(from);
        int port = target;
        if (port == NOWHERE) {
          from.close();
        } else {
          Socket to = new Socket(InetAddress.getLoopbackAddress(), port);
          open.add(to);
          Thread.ofVirtual().start(() -> pump(from, to));
          Thread.ofVirtual().start(() -> pump(to, from));
        }
      } catch (IOException _) {
        // Closed, or the target is away: the client finds out by itself.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      long _ = from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side has gone, and now the other one goes.
    }
  }

  private void cut() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException _) {
        // It is gone already.
      }
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
