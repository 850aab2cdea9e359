package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import parley.dialogue.call.CallId;
import parley.gateway.call.AgentLine;
import parley.gateway.call.CallLedger;
import parley.gateway.call.CallMailbox;
import parley.gateway.media.MediaLink;

/// The phone of an agent who is rung before there is a caller, over ARI: their channel, a bridge
/// and a media leg, all named after a call of its own, which takes one of Parley's places.
final class AriAgentLine implements AgentLine {

  /// The phone is let go when Parley has not renewed this for so long.
  private static final String LEASE_S = "15";

  /// The same once it has rung: only a phone that was answered takes it anew.
  private static final long ANSWERED_LEASE_S = 5;

  private final AriClient ari;
  private final AriLegs legs;
  private final AriIds ids;
  private final MediaOpener media;
  private final LiveCalls calls;
  private final Duration deadline;
  private final LiveCalls.Live live;
  private final String leg;
  private final CallLedger ledger = new CallLedger();

  AriAgentLine(AriClient ari, AriIds ids, MediaOpener media, LiveCalls calls, Duration deadline) {
    this.ari = ari;
    this.legs = new AriLegs(ari);
    this.ids = ids;
    this.media = media;
    this.calls = calls;
    this.deadline = deadline;
    CallId call = CallId.random();
    this.leg = ids.agent(call, 1);
    this.live = LiveCalls.Live.of(call, leg);
    calls.add(live);
  }

  @Override
  public CallMailbox mailbox() {
    return live.mailbox();
  }

  @Override
  public String ring(String endpoint, String shown, Duration atMost) {
    ledger.hold(leg, () -> ari.release(AriLegs.channel(leg)));
    ari.post(
        "/channels",
        Map.of(
            "endpoint",
            endpoint,
            "app",
            ari.application(),
            "appArgs",
            "agent," + live.id(),
            "channelId",
            leg,
            "timeout",
            Long.toString(Math.max(1, atMost.toSeconds())),
            "callerId",
            shown.isEmpty() ? "Parley" : shown),
        Map.of(
            "CHANNEL(hangup_handler_push)",
            "parley-agent-gone,s,1",
            "TIMEOUT(absolute)",
            Long.toString(atMost.toSeconds() + ANSWERED_LEASE_S)));
    return leg;
  }

  @Override
  public MediaLink open(MediaLink.Listener listener) {
    String bridge = ids.bridge(live.id());
    String audio = ids.media(live.id());
    legs.makeBridge(bridge);
    ledger.hold("bridge", () -> legs.releaseBridge(bridge));
    ledger.hold("media leg", () -> ari.release(AriLegs.channel(audio)));
    MediaLink link = media.open(audio, Map.of(), listener);
    ledger.hold("audio", link::close);
    AriLegs.await(live.media(), deadline);
    legs.addTo(bridge, audio);
    legs.addTo(bridge, leg);
    return link;
  }

  @Override
  public void holdMusic(boolean on) {
    legs.holdMusic(ids.bridge(live.id()), on);
  }

  @Override
  public void renewLease() {
    JsonNode _ = legs.set(leg, "TIMEOUT(absolute)", LEASE_S);
  }

  @Override
  public void leaveToCall() {
    ledger.gone(leg);
    ledger.release("audio");
    ledger.release("media leg");
    ledger.release("bridge");
  }

  @Override
  public void release() {
    ledger.releaseAll();
    calls.ended(live);
  }
}
