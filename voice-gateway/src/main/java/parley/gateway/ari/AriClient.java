package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Secret;

/// Asterisk's REST interface: one method an HTTP verb, blocking, each within the request timeout.
///
/// Thread: any; meant for virtual threads. Errors: [AriException]. Requests are never repeated
/// here: few of them are idempotent.
public final class AriClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AriClient.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String base;
  private final String authorization;
  private final Duration timeout;
  private final String application;

  /// @param address `host:port` of Asterisk's HTTP server
  /// @param application the Stasis application that all channels of this Parley enter
  public AriClient(
      String address, String user, Secret password, Duration timeout, String application) {
    this.application = application;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .executor(
                java.util.concurrent.Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("ari-http-", 0).factory()))
            .build();
    this.base = "http://" + address;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8));
    this.timeout = timeout;
  }

  public JsonNode get(String path) {
    return send("GET", path, Map.of(), Map.of());
  }

  public JsonNode get(String path, Map<String, String> query) {
    return send("GET", path, query, Map.of());
  }

  public JsonNode post(String path, Map<String, String> query) {
    return send("POST", path, query, Map.of());
  }

  /// @param variables channel variables, sent in the body
  public JsonNode post(String path, Map<String, String> query, Map<String, String> variables) {
    return send("POST", path, query, Map.of("variables", new TreeMap<>(variables)));
  }

  public void delete(String path, Map<String, String> query) {
    JsonNode _ = send("DELETE", path, query, Map.of());
  }

  /// Releases something that may be gone already.
  public void release(String path) {
    try {
      delete(path, Map.of());
    } catch (AriException e) {
      if (!e.isGone()) {
        throw e;
      }
    }
  }

  /// Lets a channel go on in the dialplan, if it is still there.
  void goOn(String channel) {
    try {
      JsonNode _ = post("/channels/" + encode(channel) + "/continue", Map.of());
    } catch (AriException e) {
      LOG.info("A caller could not be told to go on in the dialplan: {}", e.getMessage());
    }
  }

  /// The Stasis application that all channels of this Parley enter.
  public String application() {
    return application;
  }

  HttpClient http() {
    return http;
  }

  String authorization() {
    return authorization;
  }

  /// Where the events' WebSocket is.
  URI events() {
    return URI.create(
        base.replaceFirst("^http", "ws")
            + "/ari/events?app="
            + application
            + "&subscribeAll=false");
  }

  /// Where the audio of a chan_websocket leg is. The connection's id is the only key to it.
  URI media(String connection) {
    return URI.create(base.replaceFirst("^http", "ws") + "/media/" + encode(connection));
  }

  private JsonNode send(
      String method, String path, Map<String, String> query, Map<String, ?> body) {
    HttpRequest request = request(method, path, query, body);
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new AriException(
            answer.statusCode(),
            "Asterisk answered %d to %s %s: %s"
                .formatted(answer.statusCode(), method, path, reason(answer.body())));
      }
      return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AriException(
          "Asterisk did not answer %s %s at %s: %s".formatted(method, path, base, e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AriException("Interrupted while asking Asterisk for " + path, e);
    }
  }

  private HttpRequest request(
      String method, String path, Map<String, String> query, Map<String, ?> body) {
    String parameters =
        query.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    URI uri = URI.create(base + "/ari" + path + (parameters.isEmpty() ? "" : "?" + parameters));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(timeout).header("Authorization", authorization);
    if (body.isEmpty()) {
      return request.method(method, BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(write(body)))
        .build();
  }

  private static String write(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new IllegalStateException("A map of strings is always valid JSON", e);
    }
  }

  private static String reason(String body) {
    try {
      return JSON.readTree(body).path("message").asText("no reason given");
    } catch (IOException e) {
      return "no reason given";
    }
  }

  /// One part of a path or query, so that a channel's name cannot change the request.
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
