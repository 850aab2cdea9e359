package parley.dialogue.llm.chat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server that speaks the protocol of chat completions byte by byte, as each test wants it. It
/// checks what comes: HTTP/1.1, a JSON body with its length. One reply is taken for each request;
/// without one it answers 500.
public final class ModelServer implements AutoCloseable {

  /// What the server does with one request.
  @FunctionalInterface
  public interface Reply {
    void to(Exchange exchange) throws Exception;
  }

  /// @param headers by lower-case name
  public record Received(String line, Map<String, String> headers, String body) {}

  private final ServerSocket listener;
  private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  public ModelServer() {
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/v1");
  }

  public ModelServer then(Reply reply) {
    replies.add(reply);
    return this;
  }

  /// The next request, waited for.
  public Received request() throws InterruptedException {
    Received next = received.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("No request came.");
    }
    return next;
  }

  public int requestsLeft() {
    return received.size();
  }

  public int connections() {
    return connections.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Received request = read(in); request != null; request = read(in)) {
        received.add(request);
        Reply reply = replies.poll();
        Exchange exchange = new Exchange(socket, in);
        (reply == null ? (Reply) e -> e.refuse(500, "") : reply).to(exchange);
      }
    } catch (Exception broken) {
      // The client has gone, or the test is over: the client's side is what is tested.
    }
  }

  private static @Nullable Received read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Received(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append(c == '\r' ? "" : (char) c);
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One request's connection, for its reply.
  public static final class Exchange {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Exchange(Socket socket, InputStream in) throws IOException {
      this.socket = socket;
      this.in = in;
      this.out = socket.getOutputStream();
    }

    public Exchange open() throws IOException {
      return open("text/event-stream; charset=utf-8");
    }

    public Exchange open(String type) throws IOException {
      ascii("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n");
      return this;
    }

    /// One HTTP chunk with these bytes.
    public Exchange bytes(byte[] bytes) throws IOException {
      ascii(Integer.toHexString(bytes.length) + "\r\n");
      out.write(bytes);
      ascii("\r\n");
      return this;
    }

    public Exchange event(String data) throws IOException {
      return bytes(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    public Exchange says(String... pieces) throws IOException {
      for (String piece : pieces) {
        event(Chunks.text(piece));
      }
      return this;
    }

    public void done() throws IOException {
      event(Chunks.finish("stop"));
      end();
    }

    public void end() throws IOException {
      event("[DONE]");
      ascii("0\r\n\r\n");
    }

    /// An answer without an answer.
    public void refuse(int status, String headers) throws IOException {
      ascii("HTTP/1.1 " + status + " No\r\n" + headers + "Content-Length: 2\r\n\r\n{}");
    }

    public void body(int status, String type, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      ascii(
          "HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(status, type, bytes.length));
      out.write(bytes);
    }

    public void hangUp() throws IOException {
      socket.close();
    }

    /// Returns once the client has closed the connection.
    public void waitForHangUp() throws IOException {
      while (in.read() >= 0) {
        // Nothing is expected; the end is.
      }
    }

    private void ascii(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
