package parley.dialogue.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.config.Settings;

/// Makes the HTTP request of a flow's question. Every value is encoded: what a caller says or a
/// service answered cannot change where a request goes. Pure.
final class ServiceAddress {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ServiceAddress() {}

  static HttpRequest request(Settings.Service service, ServiceRequest asked, Duration timeout) {
    Map<String, String> rest = new TreeMap<>(asked.sorted());
    String path = asked.path();
    for (var value : asked.sorted().entrySet()) {
      String place = "{" + value.getKey() + "}";
      if (path.contains(place)) {
        path = path.replace(place, encode(value.getValue()));
        rest.remove(value.getKey());
      }
    }
    String base = service.url().toString().replaceAll("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder().timeout(timeout);
    request.header("Accept", "application/json");
    if (service.token() != null) {
      request.header("Authorization", "Bearer " + service.token().reveal());
    }
    return switch (asked.method()) {
      case GET -> request.uri(URI.create(base + path + query(rest))).GET().build();
      case POST ->
          request
              .uri(URI.create(base + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json(rest)))
              .build();
    };
  }

  private static String query(Map<String, String> values) {
    return values.isEmpty()
        ? ""
        : values.entrySet().stream()
            .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  /// One segment of a path: neither a slash nor a pair of dots leads anywhere else.
  private static String encode(String text) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }

  private static String json(Map<String, String> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is always valid JSON", e);
    }
  }
}
