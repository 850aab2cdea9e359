package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.CallId;
import parley.gateway.call.CallLedger;
import parley.gateway.call.CallLine;
import parley.gateway.media.MediaLink;

/// The telephone side of one call over ARI: the caller's channel, a mixing bridge, the media leg,
/// and an agent's leg when a person is wanted. Every request and its effect was seen on Asterisk
/// 22.10.
final class AriLine implements CallLine {
  private static final Logger LOG = LoggerFactory.getLogger(AriLine.class);

  /// The dialplan takes the caller back when Parley has not renewed this for so long: see
  /// `extensions_parley.conf`.
  private static final String LEASE_S = "15";

  /// An agent's leg frees itself after so long, should Parley be gone during ringing or whisper.
  private static final String AGENT_LEASE_S = "120";

  private final AriClient ari;
  private final AriLegs legs;
  private final AriIds ids;
  private final MediaOpener media;
  private final Recorder recorder;
  private final CallId call;
  private final AriEvent.Entered caller;
  private final CompletableFuture<Void> mediaEntered;
  private final CompletableFuture<Void> joined;
  private final Duration deadline;
  private final CallLedger ledger = new CallLedger();
  private final List<String> agents = new ArrayList<>();

  /// @param mediaEntered completed when the media leg has entered the application
  /// @param joined is completed when an agent and the caller have been joined
  AriLine(
      AriClient ari,
      AriIds ids,
      MediaOpener media,
      Recorder recorder,
      CallId call,
      AriEvent.Entered caller,
      CompletableFuture<Void> mediaEntered,
      CompletableFuture<Void> joined,
      Duration deadline) {
    this.ari = ari;
    this.legs = new AriLegs(ari);
    this.ids = ids;
    this.media = media;
    this.recorder = recorder;
    this.call = call;
    this.caller = caller;
    this.mediaEntered = mediaEntered;
    this.joined = joined;
    this.deadline = deadline;
  }

  @Override
  public MediaLink open(MediaLink.Listener listener) {
    renewLease();
    legs.makeBridge(ids.bridge(call));
    ledger.hold("bridge", () -> legs.releaseBridge(ids.bridge(call)));
    ledger.hold("media leg", this::endMedia);
    MediaLink link = media.open(ids.media(call), mediaVariables(), listener);
    AriLegs.await(mediaEntered, deadline);
    ari.post(AriLegs.channel(caller.channel()) + "/answer", Map.of());
    legs.addTo(ids.bridge(call), ids.media(call));
    legs.addTo(ids.bridge(call), caller.channel());
    return link;
  }

  /// When the leg ends without Parley's word, the caller goes on after the dialplan step that
  /// brought them here.
  private Map<String, String> mediaVariables() {
    return Map.of(
        "CHANNEL(hangup_handler_push)", "parley-media-gone,s,1",
        "PARLEY_CALLER", caller.name(),
        "PARLEY_RETURN", caller.place().next());
  }

  @Override
  public Optional<String> record(String name) {
    return recorder.start(caller.name(), name);
  }

  @Override
  public void renewLease() {
    legs.set(caller.channel(), "TIMEOUT(absolute)", LEASE_S);
  }

  @Override
  public String ring(String endpoint, Duration atMost) {
    String leg = ids.agent(call, agents.size() + 1);
    hold(leg);
    ari.post(
        "/channels",
        Map.of(
            "endpoint",
            endpoint,
            "app",
            ari.application(),
            "appArgs",
            "agent," + call,
            "channelId",
            leg,
            "originator",
            caller.channel(),
            "timeout",
            Long.toString(Math.max(1, atMost.toSeconds())),
            "callerId",
            caller.caller().isEmpty() ? "Parley" : caller.caller()),
        Map.of(
            "CHANNEL(hangup_handler_push)",
            "parley-agent-gone,s,1",
            "PARLEY_CALLER",
            caller.name(),
            "TIMEOUT(absolute)",
            AGENT_LEASE_S));
    return leg;
  }

  private void hold(String leg) {
    agents.add(leg);
    ledger.hold(leg, () -> ari.release(AriLegs.channel(leg)));
  }

  @Override
  public void adopt(String leg) {
    hold(leg);
    legs.set(leg, "PARLEY_CALLER", caller.name());
  }

  @Override
  public void hangUpAgent(String leg) {
    ledger.release(leg);
  }

  @Override
  public void holdMusic(boolean on) {
    legs.holdMusic(ids.bridge(call), on);
  }

  @Override
  public void whisperTo(String leg) {
    ledger.release("whisper bridge");
    legs.makeBridge(ids.whisper(call));
    ledger.hold("whisper bridge", () -> legs.releaseBridge(ids.whisper(call)));
    legs.addTo(ids.whisper(call), leg);
    legs.addTo(ids.whisper(call), ids.media(call));
  }

  @Override
  public void backToCaller() {
    legs.addTo(ids.bridge(call), ids.media(call));
    ledger.release("whisper bridge");
  }

  /// From here on the talk does not need Parley: should it die, each side's hangup handler frees
  /// the other.
  @Override
  public void join(String leg) {
    String agentName = ari.get(AriLegs.channel(leg)).path("name").asText();
    legs.set(caller.channel(), "PARLEY_AGENT", agentName);
    legs.set(caller.channel(), "CHANNEL(hangup_handler_push)", "parley-caller-gone,s,1");
    legs.set(leg, "PARLEY_JOINED", "1");
    legs.addTo(ids.bridge(call), leg);
    joined.complete(null);
    ledger.release("media leg");
    ledger.release("whisper bridge");
    // Who has just hung up needs no lease, and the other one hears of it from Asterisk.
    unlessRefused(() -> legs.set(leg, "TIMEOUT(absolute)", "0"));
    unlessRefused(() -> legs.set(caller.channel(), "TIMEOUT(absolute)", "0"));
  }

  /// Asterisk's own guards bring the caller there too: the media leg's hangup handler and the
  /// lease.
  @Override
  public void leaveToDialplan() {
    ledger.release("media leg");
    ari.goOn(caller.channel());
  }

  @Override
  public void leaveToAgent() {
    ledger.gone("bridge");
    agents.forEach(ledger::gone);
  }

  private static void unlessRefused(Supplier<?> request) {
    try {
      var _ = request.get();
    } catch (AriException e) {
      LOG.info("{}", e.getMessage());
    }
  }

  @Override
  public void hangUp() {
    ari.release(AriLegs.channel(caller.channel()));
  }

  @Override
  public void release() {
    ledger.releaseAll();
  }

  /// Ends the media leg on purpose: the mark keeps its hangup handler from taking the caller away.
  private void endMedia() {
    try {
      JsonNode _ = legs.set(ids.media(call), "PARLEY_KEEP", "1");
    } catch (AriException e) {
      // A leg that is gone or just leaving the application takes no mark (404, 409, 400): it is
      // released all the same.
      if (e.status() == 0) {
        throw e;
      }
    } finally {
      ari.release(AriLegs.channel(ids.media(call)));
    }
  }
}
