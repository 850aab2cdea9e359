package parley.speech.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A server of models on this machine that speaks as the vendor's does (ETag, Range, If-Range), and
/// can be told to misbehave.
final class ModelServer implements AutoCloseable {

  /// What was asked and how many bytes of the file were sent in answer.
  record Request(@Nullable String range, @Nullable String ifRange, int status, long sent) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String> etags = new ConcurrentHashMap<>();
  private final Map<String, String> redirects = new ConcurrentHashMap<>();
  private final Map<String, List<Request>> requests = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final String scheme;

  /** For the next file that is longer. */
  private volatile long cutAfter = Long.MAX_VALUE;

  private volatile boolean hang;
  private volatile boolean ignoreRange;
  private volatile boolean hideLength;

  ModelServer() throws IOException {
    this(HttpServer.create(loopback(), 0), "http");
  }

  ModelServer(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  URI address(String path) {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void serve(String path, byte[] content, String etag) {
    etags.put(path, etag);
    files.put(path, content);
  }

  void redirect(String path, String to) {
    redirects.put(path, to);
  }

  void cutAfter(long bytes) {
    cutAfter = bytes;
  }

  /// Says nothing more after so many bytes, but does not close the connection.
  void hangAfter(long bytes) {
    cutAfter = bytes;
    hang = true;
  }

  void ignoreRange() {
    ignoreRange = true;
  }

  void hideLength() {
    hideLength = true;
  }

  List<Request> requests(String path) {
    return List.copyOf(requests.getOrDefault(path, List.of()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String redirect = redirects.get(path);
      byte[] file = files.get(path);
      if (redirect != null) {
        exchange.getResponseHeaders().add("Location", redirect);
        exchange.sendResponseHeaders(302, -1);
      } else if (file == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        send(exchange, path, file);
      }
    }
  }

  private void send(HttpExchange exchange, String path, byte[] content) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
    String etag = etags.getOrDefault(path, "");
    int from =
        range != null && !ignoreRange && Objects.equals(ifRange, etag)
            ? Integer.parseInt(range.replaceAll("\\D", ""))
            : 0;
    boolean whole = content.length - from <= cutAfter;
    int end = whole ? content.length : from + (int) cutAfter;
    if (!whole) {
      cutAfter = Long.MAX_VALUE;
    }
    if (!etag.isEmpty()) {
      exchange.getResponseHeaders().add("ETag", etag);
    }
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    int status = from > 0 ? 206 : 200;
    requests
        .computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>())
        .add(new Request(range, ifRange, status, end - from));
    exchange.sendResponseHeaders(status, hideLength ? 0 : content.length - from);
    OutputStream body = exchange.getResponseBody();
    body.write(content, from, end - from);
    body.flush();
    if (whole || hideLength) {
      body.close();
    } else if (hang) {
      hang = false;
      awaitClosing();
    }
  }

  private void awaitClosing() {
    try {
      closing.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
