package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.gateway.call.CallEvent;

/// Compares what Asterisk has with what is known here, after events were away: what nobody owns is
/// freed, calls whose caller is gone are told so, and the others' events are asked for again,
/// because Asterisk forgets whose they are when the connection ends.
///
/// Thread: one at a time; blocks for several requests.
final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

  private final AriClient ari;
  private final LiveCalls calls;

  Reconciliation(AriClient ari, LiveCalls calls) {
    this.ari = ari;
    this.calls = calls;
  }

  void run() {
    List<LiveCalls.Live> before = calls.all();
    before.forEach(live -> subscribe(live.callerChannel()));
    Set<String> channels = new HashSet<>();
    List<String> callers = new ArrayList<>();
    for (JsonNode channel : ari.get("/channels")) {
      String id = channel.path("id").asText();
      channels.add(id);
      if (calls.ids().callOf(id).isPresent()) {
        ownLeg(id);
      } else if (isCaller(channel)) {
        callers.add(id);
      }
    }
    JsonNode bridges = ari.get("/bridges");
    bridges.forEach(this::freeIfEmptyOrphan);
    // Looked at last: a caller may have come in while all this was asked.
    callers.forEach(caller -> sendOnIfUnknown(caller, bridges));
    for (LiveCalls.Live live : before) {
      if (!channels.contains(live.callerChannel())) {
        live.mailbox().put(new CallEvent.CallerGone(0, "gone while events were away"));
      }
    }
  }

  /// Agents who talk with a caller are left in peace: that talk needs no Parley. One who was only
  /// rung or whispered to has a lease of their own.
  private void ownLeg(String id) {
    if (calls.ofOurs(id).isPresent()) {
      subscribe(id);
    } else if (Sweep.isOrphanLeg(id, calls)) {
      LOG.info("Freeing a media leg that no call owns");
      ari.release("/channels/" + id);
    }
  }

  private void subscribe(String channel) {
    try {
      JsonNode _ =
          ari.post(
              "/applications/" + ari.application() + "/subscription",
              Map.of("eventSource", "channel:" + channel));
    } catch (AriException e) {
      LOG.debug("A channel is gone: the listing tells", e);
    }
  }

  private void freeIfEmptyOrphan(JsonNode bridge) {
    if (Sweep.isOrphanBridge(bridge, calls)) {
      LOG.info("Freeing a bridge that no call owns");
      ari.release("/bridges/" + bridge.path("id").asText());
    }
  }

  /// In `Stasis(APPLICATION)` or `Stasis(APPLICATION,...)`, the application being ours.
  private boolean isCaller(JsonNode channel) {
    JsonNode dialplan = channel.path("dialplan");
    String arguments = dialplan.path("app_data").asText();
    return dialplan.path("app_name").asText().equals("Stasis")
        && (arguments.equals(ari.application()) || arguments.startsWith(ari.application() + ","));
  }

  private void sendOnIfUnknown(String caller, JsonNode bridges) {
    if (calls.ofCaller(caller).isEmpty() && !isTalking(caller, bridges)) {
      LOG.info("A caller whom no call owns goes on in the dialplan");
      ari.goOn(caller);
    }
  }

  private boolean isTalking(String channel, JsonNode bridges) {
    for (JsonNode bridge : bridges) {
      Set<String> members = new HashSet<>();
      bridge.path("channels").forEach(c -> members.add(c.asText()));
      if (members.contains(channel) && members.stream().anyMatch(calls.ids()::isAgent)) {
        return true;
      }
    }
    return false;
  }
}
