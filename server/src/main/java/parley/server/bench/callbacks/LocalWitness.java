package parley.server.bench.callbacks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Stands in for Asterisk and the phones behind it, for what the database and the nodes alone can
/// do: an attempt's id is dialled once, and whoever asks for it again hears what became of it.
/// Nodes send `ATTEMPT NUMBER` in a line, and get `KEPT` when the call is over.
///
/// Thread: one of its own for each call.
final class LocalWitness implements Witness {

  private final ServerSocket door;
  private final Duration talk;
  private final Set<String> attempts = new HashSet<>();
  private final Map<String, Integer> received = new HashMap<>();

  /// @param talk how long a call lasts
  private LocalWitness(ServerSocket door, Duration talk) {
    this.door = door;
    this.talk = talk;
  }

  static LocalWitness start(Duration talk) throws IOException {
    LocalWitness witness =
        new LocalWitness(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), talk);
    var _ = Thread.ofVirtual().start(witness::open);
    return witness;
  }

  private void open() {
    while (!door.isClosed()) {
      try {
        Socket line = door.accept();
        var _ = Thread.ofVirtual().start(() -> answer(line));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket line) {
    try (line;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8)) {
      String asked = in.readLine();
      if (asked != null) {
        String[] parts = asked.split(" ", 2);
        dial(parts[0], parts[1]);
        Thread.sleep(talk);
        out.println("KEPT");
      }
    } catch (IOException nodeIsDead) {
      // Its call is counted; another node will ask what became of it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void dial(String attempt, String number) {
    if (attempts.add(attempt)) {
      int _ = received.merge(number, 1, Integer::sum);
    }
  }

  @Override
  public synchronized Map<String, Integer> received() {
    return Map.copyOf(received);
  }

  @Override
  public NodeTelephone telephone() {
    return new NodeTelephone(door.getLocalPort(), Map.of());
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new IllegalStateException("The door of the witness does not close", e);
    }
  }
}
