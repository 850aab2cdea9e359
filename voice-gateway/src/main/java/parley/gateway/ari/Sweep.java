package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Frees what no call owns any more, looked for every so often: a release that Asterisk did not
/// answer leaves a leg or a bridge behind. Only what was found at two looks in a row is freed, so
/// that a call that begins or ends just now is not disturbed. Callers and agents have leases that
/// bring them on without us.
///
/// Thread: one at a time; blocks for several requests. Errors: [AriException] when Asterisk does
/// not list what it has; the next look does.
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final AriClient ari;
  private final LiveCalls calls;
  private Set<String> foundBefore = Set.of();

  Sweep(AriClient ari, LiveCalls calls) {
    this.ari = ari;
    this.calls = calls;
  }

  void run() {
    Set<String> found = new HashSet<>();
    for (JsonNode channel : ari.get("/channels")) {
      String id = channel.path("id").asText();
      if (isOrphanLeg(id, calls)) {
        found.add("/channels/" + id);
      }
    }
    for (JsonNode bridge : ari.get("/bridges")) {
      if (isOrphanBridge(bridge, calls)) {
        found.add("/bridges/" + bridge.path("id").asText());
      }
    }
    for (String path : found) {
      if (foundBefore.contains(path)) {
        LOG.warn("Freeing what a call has left behind: {}", path);
        ari.release(path);
      }
    }
    foundBefore = found;
  }

  /// A media leg of ours that belongs to no call.
  static boolean isOrphanLeg(String channel, LiveCalls calls) {
    return calls.ids().isMedia(channel) && isOrphan(channel, calls);
  }

  /// An empty bridge of ours that belongs to no call; in one that is not empty people may talk.
  static boolean isOrphanBridge(JsonNode bridge, LiveCalls calls) {
    return bridge.path("channels").isEmpty() && isOrphan(bridge.path("id").asText(), calls);
  }

  private static boolean isOrphan(String id, LiveCalls calls) {
    return calls.ids().callOf(id).isPresent() && calls.ofOurs(id).isEmpty();
  }
}
