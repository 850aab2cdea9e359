package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.gateway.media.MediaLineBroken;

/// What the lines of calls do with channels and bridges, whoever is on them.
///
/// Thread: any; each method blocks for one request. Errors: [AriException].
record AriLegs(AriClient ari) {

  static String channel(String id) {
    return "/channels/" + AriClient.encode(id);
  }

  void makeBridge(String bridge) {
    ari.post("/bridges", Map.of("type", "mixing", "bridgeId", bridge));
  }

  void releaseBridge(String bridge) {
    ari.release("/bridges/" + bridge);
  }

  void addTo(String bridge, String channel) {
    ari.post("/bridges/" + bridge + "/addChannel", Map.of("channel", channel));
  }

  void holdMusic(String bridge, boolean on) {
    String music = "/bridges/" + bridge + "/moh";
    if (on) {
      ari.post(music, Map.of());
    } else {
      ari.release(music);
    }
  }

  JsonNode set(String channel, String variable, String value) {
    return ari.post(channel(channel) + "/variable", Map.of("variable", variable, "value", value));
  }

  /// Waits until the media leg has entered the application.
  ///
  /// @throws MediaLineBroken when Asterisk does not bring it up in time
  static void await(CompletableFuture<Void> entered, Duration atMost) {
    try {
      entered.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new MediaLineBroken("Asterisk did not bring the media leg up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MediaLineBroken("Interrupted while the media leg came up", e);
    }
  }
}
