package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.gateway.media.AudioSocketLink;
import parley.gateway.media.AudioSocketServer;
import parley.gateway.media.MediaLineBroken;
import parley.gateway.media.MediaLink;
import parley.gateway.media.WebSocketMediaLink;

/// Makes the media leg of a call, by whichever way this Asterisk carries audio. Thread: any.
public final class MediaOpener {

  /// The address that Asterisk reaches Parley's AudioSocket port at, and the port itself.
  public record AudioSocket(AudioSocketServer server, String host) {}

  private final AriClient ari;
  private final int sampleRateHz;
  private final Duration deadline;
  private final @Nullable AudioSocket audioSocket;

  /// @param audioSocket null: chan_websocket
  public MediaOpener(
      AriClient ari, int sampleRateHz, Duration deadline, @Nullable AudioSocket audioSocket) {
    this.ari = ari;
    this.sampleRateHz = sampleRateHz;
    this.deadline = deadline;
    this.audioSocket = audioSocket;
  }

  /// Asks Asterisk for a leg named `id` and connects its audio. The leg enters the application when
  /// it is connected.
  ///
  /// @param variables set on the leg, such as its hangup handler
  MediaLink open(String id, Map<String, String> variables, MediaLink.Listener listener) {
    try {
      return audioSocket == null
          ? overWebSocket(id, variables, listener)
          : overAudioSocket(audioSocket, id, variables, listener);
    } catch (IOException e) {
      throw new MediaLineBroken(String.valueOf(e.getMessage()), e);
    }
  }

  private MediaLink overWebSocket(
      String id, Map<String, String> variables, MediaLink.Listener listener) throws IOException {
    Map<String, String> query = common(id);
    query.put("external_host", "INCOMING");
    query.put("encapsulation", "none");
    query.put("transport", "websocket");
    query.put("connection_type", "server");
    query.put("transport_data", "f(json)");
    JsonNode leg = ari.post("/channels/externalMedia", query, variables);
    String connection = leg.path("channelvars").path("MEDIA_WEBSOCKET_CONNECTION_ID").asText();
    URI address = ari.media(connection);
    return WebSocketMediaLink.connect(ari.http(), address, sampleRateHz, deadline, listener);
  }

  private MediaLink overAudioSocket(
      AudioSocket socket, String id, Map<String, String> variables, MediaLink.Listener listener)
      throws IOException {
    UUID leg = UUID.randomUUID();
    Map<String, String> query = common(id);
    query.put("external_host", socket.host() + ":" + socket.server().port());
    query.put("encapsulation", "audiosocket");
    query.put("transport", "tcp");
    query.put("data", leg.toString());
    try (AudioSocketLink.Awaited awaited = AudioSocketLink.expect(socket.server(), leg)) {
      JsonNode _ = ari.post("/channels/externalMedia", query, variables);
      return awaited.take(sampleRateHz, deadline, listener);
    }
  }

  private Map<String, String> common(String id) {
    Map<String, String> query = new HashMap<>();
    query.put("app", ari.application());
    query.put("channelId", id);
    query.put("format", sampleRateHz == 16_000 ? "slin16" : "slin");
    query.put("direction", "both");
    return query;
  }
}
