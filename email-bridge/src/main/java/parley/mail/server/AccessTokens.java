package parley.mail.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.config.MailboxSettings.Token;
import parley.config.Secret;

/// OAuth2 access tokens for XOAUTH2: by a refresh token where there is one (RFC 6749, 6), else by
/// the client's own credentials (4.4). One is kept until shortly before its end. A new refresh
/// token that the server hands out is used from then on, in memory only.
///
/// Thread: any, one asks at a time; the server has [#TIMEOUT].
final class AccessTokens implements Login {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration BEFORE_ITS_END = Duration.ofSeconds(60);
  private static final long USUAL_SECONDS = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Token settings;
  private final Clock clock;
  private @Nullable Secret refresh;
  private String token = "";
  private Instant ends = Instant.MIN;

  AccessTokens(Token settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.refresh = settings.refreshToken();
  }

  @Override
  public synchronized String secret() {
    if (clock.instant().isBefore(ends.equals(Instant.MIN) ? ends : ends.minus(BEFORE_ITS_END))) {
      return token;
    }
    JsonNode answer = ask();
    token = answer.path("access_token").asText();
    if (token.isEmpty()) {
      throw fault("answers without an access_token: check oauth-scope", null);
    }
    ends = clock.instant().plusSeconds(answer.path("expires_in").asLong(USUAL_SECONDS));
    String next = answer.path("refresh_token").asText();
    if (!next.isEmpty()) {
      refresh = new Secret(next);
    }
    return token;
  }

  private JsonNode ask() {
    HttpRequest request =
        HttpRequest.newBuilder(settings.url())
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form()))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw fault(
            "refuses to give one (%d): check oauth-client-id and the files of its secrets"
                .formatted(answer.statusCode()),
            null);
      }
      return JSON.readTree(answer.body());
    } catch (JacksonException notJson) {
      // Its message repeats the answer, which may hold a token.
      throw fault("answers something else than JSON: check its address", null);
    } catch (IOException away) {
      throw fault("cannot be reached", away);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault("was not waited for", e);
    }
  }

  private String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    if (refresh != null) {
      fields.put("grant_type", "refresh_token");
      fields.put("refresh_token", refresh.reveal());
    } else {
      fields.put("grant_type", "client_credentials");
    }
    fields.put("client_id", settings.client());
    if (settings.clientSecret() != null) {
      fields.put("client_secret", settings.clientSecret().reveal());
    }
    if (settings.scope() != null) {
      fields.put("scope", settings.scope());
    }
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private ServerFault fault(String what, @Nullable Throwable cause) {
    return new ServerFault(
        "The server of access tokens at " + settings.url().getHost() + " " + what + ".", cause);
  }
}
