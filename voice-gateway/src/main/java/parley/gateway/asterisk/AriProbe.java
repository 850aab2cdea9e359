package parley.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.config.Settings;

/// Asks a running Asterisk through ARI what it is and what it has loaded, for `doctor` and before
/// an external one is used. Thread: any.
public final class AriProbe {

  private static final Duration DEADLINE = Duration.ofSeconds(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What an Asterisk needs whatever its dialplan; a media transport comes on top.
  private static final List<String> NEEDED =
      List.of(
          "app_stasis.so",
          "res_stasis.so",
          "res_ari.so",
          "res_ari_applications.so",
          "res_ari_asterisk.so",
          "res_ari_bridges.so",
          "res_ari_channels.so",
          "res_ari_endpoints.so",
          "res_ari_events.so",
          "res_ari_playbacks.so",
          "res_http_websocket.so",
          "res_musiconhold.so",
          "app_mixmonitor.so",
          "app_channelredirect.so",
          "app_queue.so",
          "app_record.so",
          "app_stack.so",
          "func_channel.so",
          "func_global.so",
          "func_timeout.so");

  private final Settings.Asterisk asterisk;
  private final AsteriskLogins logins;

  public AriProbe(Settings settings, AsteriskLogins logins) {
    this.asterisk = settings.asterisk();
    this.logins = logins;
  }

  /// @param version such as `22.10.1`
  /// @param modules the running ones, such as `chan_websocket.so`
  public record Answer(String version, Set<String> modules) {
    public Answer {
      modules = Set.copyOf(modules);
    }

    /// Needed modules that are not running, for any site.
    public List<String> missing() {
      List<String> missing = new ArrayList<>(NEEDED);
      missing.removeAll(modules);
      if (!hasWebSocket() && !hasAudioSocket()) {
        missing.add("chan_websocket.so or chan_audiosocket.so with res_audiosocket.so");
      }
      return missing;
    }

    public boolean hasWebSocket() {
      return modules.contains("chan_websocket.so");
    }

    public boolean hasAudioSocket() {
      return modules.containsAll(Set.of("chan_audiosocket.so", "res_audiosocket.so"));
    }
  }

  /// @throws AsteriskException when it does not answer or refuses the login
  public Answer ask() {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(DEADLINE).build()) {
      String version = get(http, "info").path("system").path("version").asText("unknown");
      Set<String> modules = new TreeSet<>();
      for (JsonNode module : get(http, "modules")) {
        if (module.path("status").asText().equalsIgnoreCase("Running")) {
          modules.add(module.path("name").asText());
        }
      }
      return new Answer(version, modules);
    } catch (IOException silent) {
      throw new AsteriskException(
          "No ARI at %s; check that Asterisk runs there and that its http.conf and ari.conf are enabled (settings asterisk.host and asterisk.http-port)."
              .formatted(base()),
          silent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AsteriskException("Interrupted while asking ARI at " + base() + ".", stopped);
    }
  }

  private JsonNode get(HttpClient http, String what) throws IOException, InterruptedException {
    String login = asterisk.ariUser() + ":" + logins.ari().reveal();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base() + "/ari/asterisk/" + what))
            .timeout(DEADLINE)
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AsteriskException(
          response.statusCode() == 401
              ? "ARI at %s refuses the user %s; its password has to be the one in ari.conf (setting asterisk.ari-password-file)."
                  .formatted(base(), asterisk.ariUser())
              : "ARI at %s answers %d to /ari/asterisk/%s; is that an Asterisk with res_ari_asterisk?"
                  .formatted(base(), response.statusCode(), what));
    }
    return JSON.readTree(response.body());
  }

  private String base() {
    return "http://" + asterisk.host() + ":" + asterisk.httpPort();
  }
}
