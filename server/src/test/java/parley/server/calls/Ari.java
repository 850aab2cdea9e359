package parley.server.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import parley.config.Settings;
import parley.gateway.asterisk.AsteriskLogins;

/// What Asterisk itself says that it has, asked beside the server.
final class Ari implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String login;

  Ari(Settings settings) {
    base = "http://127.0.0.1:" + settings.asterisk().httpPort() + "/ari";
    String pair = settings.asterisk().ariUser() + ":" + AsteriskLogins.of(settings).ari().reveal();
    login = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", login)
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Whether Asterisk answers, and Parley follows its events.
  boolean hasParley() {
    try {
      return get("/applications/parley").path("name").asText().equals("parley");
    } catch (UncheckedIOException away) {
      return false;
    }
  }

  /// Channels and bridges that exist now, by name; empty when no call is up.
  List<String> remains() {
    List<String> left = new ArrayList<>();
    get("/channels").forEach(channel -> left.add(channel.path("name").asText()));
    get("/bridges").forEach(bridge -> left.add(bridge.path("id").asText()));
    return left;
  }

  @Override
  public void close() {
    client.close();
  }
}
