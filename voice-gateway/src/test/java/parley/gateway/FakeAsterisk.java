package parley.gateway;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Asterisk's HTTP server as far as Parley uses it: answers requests as a test says, records them,
/// and takes WebSockets. Whoever breaks HTTP or RFC 6455 is cut off.
public final class FakeAsterisk implements AutoCloseable {

  /// What is answered to a request; status 0 cuts the connection.
  public record Answer(int status, String body) {}

  private final ServerSocket server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<FakeWebSocket> webSockets = new LinkedBlockingQueue<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  public FakeAsterisk() throws IOException {
    this(0);
  }

  public FakeAsterisk(int port) throws IOException {
    server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread _ = Thread.ofVirtual().start(this::acceptAll);
  }

  public int port() {
    return server.getLocalPort();
  }

  public String address() {
    return "127.0.0.1:" + port();
  }

  /// Requests whose `METHOD /path` begins so are answered so; everything else with 200 and `{}`.
  public FakeAsterisk on(String request, int status, String body) {
    answers.put(request, new Answer(status, body));
    return this;
  }

  /// What was asked, as `METHOD /path?query body`.
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public boolean wasAsked(String beginning) {
    return requests.stream().anyMatch(request -> request.startsWith(beginning));
  }

  /// The next WebSocket that a client has opened.
  public FakeWebSocket webSocket() throws InterruptedException {
    FakeWebSocket next = webSockets.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nobody has opened a WebSocket");
    }
    return next;
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread _ = Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      while (request(socket, in)) {}
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private boolean request(Socket socket, DataInputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return false;
    }
    Map<String, String> headers = new HashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).trim());
    }
    String target = first.substring(0, first.lastIndexOf(' '));
    if (headers.containsKey("upgrade")) {
      upgrade(socket, in, target, headers.getOrDefault("sec-websocket-key", ""));
      return false;
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    requests.add(target + (body.isEmpty() ? "" : " " + body));
    Answer answer = answer(target);
    if (answer.status == 0) {
      return false;
    }
    byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
    OutputStream out = socket.getOutputStream();
    out.write(
        "HTTP/1.1 %d Status\r\nContent-Length: %d\r\nContent-Type: application/json\r\n\r\n"
            .formatted(answer.status, bytes.length)
            .getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
    return true;
  }

  private Answer answer(String target) {
    return answers.entrySet().stream()
        .filter(entry -> target.startsWith(entry.getKey()))
        .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
        .map(Map.Entry::getValue)
        .orElse(new Answer(200, "{}"));
  }

  private void upgrade(Socket socket, DataInputStream in, String target, String key)
      throws IOException {
    Answer answer = answer(target);
    if (answer.status != 200) {
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n"
                  .formatted(answer.status)
                  .getBytes(StandardCharsets.US_ASCII));
      return;
    }
    String subprotocol = target.contains("/media/") ? "Sec-WebSocket-Protocol: media\r\n" : "";
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + subprotocol
                    + "Sec-WebSocket-Accept: "
                    + accept(key)
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    FakeWebSocket webSocket = new FakeWebSocket(socket, target);
    webSockets.add(webSocket);
    webSocket.readAll(in);
  }

  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest(
                  (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                      .getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /// As when Asterisk is killed.
  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
