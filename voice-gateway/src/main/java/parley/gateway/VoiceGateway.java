package parley.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;
import parley.gateway.agi.AgiEntry;
import parley.gateway.ami.AmiControl;
import parley.gateway.ami.AmiRecorder;
import parley.gateway.ari.AriCalls;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriEvent;
import parley.gateway.ari.AriEvents;
import parley.gateway.ari.AriException;
import parley.gateway.ari.MediaOpener;
import parley.gateway.ari.Recorder;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.call.AgentCall;
import parley.gateway.call.CallParts;
import parley.gateway.call.Dialogues;
import parley.gateway.media.AudioSocketServer;
import parley.gateway.outbound.AgentFirst;
import parley.gateway.outbound.AsteriskDialler;
import parley.gateway.outbound.OutboundCalls;
import parley.gateway.outbound.OutboundReception;
import parley.gateway.outbound.Pacing;
import parley.gateway.outbound.RungAgents;
import parley.transfer.agent.PhoneState;
import parley.transfer.handover.HandOverLimits;

/// The assembly of this module: everything between Asterisk and the calls' threads. Thread: any.
public final class VoiceGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceGateway.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

  private final AriClient ari;
  private final AriEvents events;
  private final AriCalls calls;
  private final AsteriskDialler dialler;
  private final AmiControl ami;
  private final @Nullable AgiEntry agi;
  private final @Nullable AudioSocketServer audioSocket;
  private final Settings.MediaTransport transport;
  private final Thread sweeper = Thread.ofVirtual().name("ari-sweep").unstarted(this::sweep);

  private VoiceGateway(
      AriClient ari,
      AriEvents events,
      AriCalls calls,
      AsteriskDialler dialler,
      AmiControl ami,
      @Nullable AgiEntry agi,
      @Nullable AudioSocketServer audioSocket,
      Settings.MediaTransport transport) {
    this.ari = ari;
    this.events = events;
    this.calls = calls;
    this.dialler = dialler;
    this.ami = ami;
    this.agi = agi;
    this.audioSocket = audioSocket;
    this.transport = transport;
  }

  /// Connects to the Asterisk that the settings name, which is up, and takes calls from then on.
  ///
  /// @throws IOException when a port of Parley's own cannot be opened
  /// @throws AriException when Asterisk does not answer
  public static VoiceGateway start(
      Settings settings, AsteriskLogins logins, CallParts parts, Dialogues dialogues)
      throws IOException {
    Settings.Asterisk asterisk = settings.asterisk();
    AriClient ari =
        new AriClient(
            asterisk.host() + ":" + asterisk.httpPort(),
            asterisk.ariUser(),
            logins.ari(),
            asterisk.requestTimeout(),
            asterisk.application());
    Settings.MediaTransport transport = transport(ari, settings.media().transport());
    AudioSocketServer audioSocket =
        transport == Settings.MediaTransport.AUDIOSOCKET
            ? new AudioSocketServer(
                settings.media().audioSocketBind(), settings.media().audioSocketPort())
            : null;
    AmiControl ami = ami(settings, logins, parts);
    Recorder recorder = recorder(settings, ami, parts.clock());
    MediaOpener media =
        new MediaOpener(
            ari,
            settings.media().sampleRateHz(),
            asterisk.requestTimeout(),
            audioSocket == null
                ? null
                : new MediaOpener.AudioSocket(audioSocket, settings.media().audioSocketHost()));
    OutboundCalls outbound = new OutboundCalls();
    CallReception reception =
        new CallReception(
            settings.site().language(),
            parts,
            dialogues,
            new OutboundReception(
                outbound,
                ari,
                ami,
                parts.messages(),
                asterisk.trunk().detectMachines(),
                settings.site().language()));
    AriCalls calls =
        new AriCalls(
            ari, media, recorder, reception, settings.calls().atOnce(), asterisk.requestTimeout());
    Consumer<AriEvent> told = ((Consumer<AriEvent>) calls::told).andThen(outbound::told);
    AriEvents events = new AriEvents(ari, told, calls::reconcile);
    Pacing pacing =
        new Pacing(
            parts.agents(), outbound, asterisk.trunk().channels(), calls::room, calls::isJoined);
    AgentFirst agents =
        new RungAgents(
            settings.callbacks().agentFirst(),
            calls::agentLine,
            new AgentCall.Parts(
                parts.agents(),
                HandOverLimits.from(settings.transfer(), settings.calls()),
                parts.voice(),
                settings.site().language(),
                parts.clock(),
                parts.nanos()));
    AsteriskDialler dialler =
        new AsteriskDialler(ari, ami, outbound, asterisk.trunk(), pacing, agents);
    AgiEntry agi = agi(settings);
    ami.start();
    events.start();
    VoiceGateway gateway =
        new VoiceGateway(ari, events, calls, dialler, ami, agi, audioSocket, transport);
    gateway.sweeper.start();
    return gateway;
  }

  private static Settings.MediaTransport transport(AriClient ari, Settings.MediaTransport wanted) {
    if (wanted != Settings.MediaTransport.AUTO) {
      return wanted;
    }
    try {
      JsonNode _ = ari.get("/asterisk/modules/chan_websocket.so");
      return Settings.MediaTransport.WEBSOCKET;
    } catch (AriException e) {
      if (!e.isGone()) {
        throw e;
      }
      LOG.info("This Asterisk has no chan_websocket; audio goes over AudioSocket");
      return Settings.MediaTransport.AUDIOSOCKET;
    }
  }

  private static AmiControl ami(Settings settings, AsteriskLogins logins, CallParts parts) {
    Settings.Asterisk asterisk = settings.asterisk();
    return new AmiControl(
        asterisk.host(),
        asterisk.amiPort(),
        asterisk.amiUser(),
        logins.ami(),
        asterisk.requestTimeout(),
        (device, state) -> phone(parts, device, state));
  }

  private static void phone(CallParts parts, String device, PhoneState state) {
    if (device.startsWith("PJSIP/")) {
      parts.agents().phoneState(device.substring("PJSIP/".length()), state);
    }
  }

  private static Recorder recorder(Settings settings, AmiControl ami, Clock clock) {
    return settings.recording().enabled()
        ? new AmiRecorder(ami, settings.recording().folder(), clock, settings.site().zone())
        : Recorder.NONE;
  }

  private static @Nullable AgiEntry agi(Settings settings) throws IOException {
    Settings.Agi agi = settings.agi();
    return agi.enabled()
        ? new AgiEntry(
            agi.bind(),
            agi.port(),
            agi.allowed(),
            settings.calls().longest(),
            settings.asterisk().application())
        : null;
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(BETWEEN_SWEEPS);
        try {
          calls.sweep();
        } catch (AriException e) {
          LOG.debug("Asterisk could not be asked what it has", e);
        }
      }
    } catch (InterruptedException e) {
      // Parley is stopping.
    }
  }

  /// How audio travels.
  public Settings.MediaTransport transport() {
    return transport;
  }

  /// Calls that are with Parley now.
  public int liveCalls() {
    return calls.live();
  }

  /// Channels that Asterisk has now, of whatever kind; empty while it does not answer.
  public Optional<Integer> channels() {
    try {
      return Optional.of(ari.get("/channels").size());
    } catch (AriException e) {
      return Optional.empty();
    }
  }

  /// Whether events and the manager interface are connected.
  public boolean isConnected() {
    return events.isConnected() && ami.isConnected();
  }

  /// Calls people back.
  public AsteriskDialler dialler() {
    return dialler;
  }

  /// The manager interface, for what the API will ask of it.
  public AmiControl ami() {
    return ami;
  }

  /// Sends the callers on in the dialplan and ends all connections, in order.
  @Override
  public void close() {
    sweeper.interrupt();
    if (!calls.stop(LONGEST_STOP)) {
      LOG.warn("Some calls had not ended after {}", LONGEST_STOP);
    }
    if (agi != null) {
      agi.close();
    }
    events.close();
    ami.close();
    if (audioSocket != null) {
      audioSocket.close();
    }
    ari.close();
  }
}
