package parley.gateway.outbound;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import parley.callback.dial.Dialler;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Outcome;
import parley.gateway.ami.AmiControl;
import parley.gateway.ari.AriCalls;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriEvent;
import parley.gateway.ari.AriEvents;
import parley.gateway.ari.MediaOpener;
import parley.gateway.ari.Recorder;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.call.CallEvent;
import parley.gateway.call.CallLine;
import parley.gateway.call.CallMailbox;
import parley.gateway.call.CallResult;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Agents;

/// Calls out over the real Asterisk, and says nothing: whoever answers is taken for the customer,
/// and the call ends soon after. For benches, which would wait for speech else. Thread: any.
public final class WordlessCalls implements AutoCloseable, AriCalls.Answering {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final AriClient ari;
  private final AmiControl ami;
  private final AriCalls calls;
  private final AriEvents events;
  private final OutboundReception reception;
  private final AsteriskDialler dialler;
  private final Duration talk;

  private WordlessCalls(Settings settings, Clock clock, Duration talk) {
    this.talk = talk;
    Settings.Asterisk asterisk = settings.asterisk();
    AsteriskLogins logins = AsteriskLogins.of(settings);
    ari =
        new AriClient(
            asterisk.host() + ":" + asterisk.httpPort(),
            asterisk.ariUser(),
            logins.ari(),
            asterisk.requestTimeout(),
            asterisk.application());
    ami =
        new AmiControl(
            asterisk.host(),
            asterisk.amiPort(),
            asterisk.amiUser(),
            logins.ami(),
            asterisk.requestTimeout(),
            (_, _) -> {});
    OutboundCalls outbound = new OutboundCalls();
    MediaOpener media =
        new MediaOpener(ari, settings.media().sampleRateHz(), asterisk.requestTimeout(), null);
    int most = asterisk.trunk().channels();
    calls = new AriCalls(ari, media, Recorder.NONE, this, most, asterisk.requestTimeout());
    reception =
        new OutboundReception(
            outbound, ari, ami, _ -> Spoken.NOTHING, false, settings.site().language());
    events =
        new AriEvents(
            ari,
            event -> {
              calls.told(event);
              outbound.told(event);
            },
            calls::reconcile);
    AgentBoard nobody = new AgentBoard(Agents.from(List.of()), Duration.ZERO, clock);
    Pacing pacing = new Pacing(nobody, outbound, most, calls::room, calls::isJoined);
    dialler = new AsteriskDialler(ari, ami, outbound, asterisk.trunk(), pacing, AgentFirst.NEVER);
  }

  /// Returns when it is connected.
  ///
  /// @param talk how long a call lasts once somebody has answered
  public static WordlessCalls start(Settings settings, Clock clock, Duration talk)
      throws InterruptedException {
    WordlessCalls calls = new WordlessCalls(settings, clock, talk);
    calls.ami.start();
    calls.events.start();
    while (!calls.events.isConnected() || !calls.ami.isConnected()) {
      Thread.sleep(BETWEEN_LOOKS);
    }
    return calls;
  }

  /// Has room for every call, as there are no agents whom one could wait for.
  public Dialler dialler() {
    return new WordlessDialler(dialler);
  }

  @Override
  public void answer(AriEvent.Entered caller, CallId call, CallLine line, CallMailbox mailbox) {
    reception.answer(caller, call, line, _ -> talk(line, mailbox));
  }

  private CallResult talk(CallLine line, CallMailbox mailbox) {
    try {
      long end = System.nanoTime() + talk.toNanos();
      while (System.nanoTime() < end) {
        CallEvent event = mailbox.take(BETWEEN_LOOKS);
        if (event instanceof CallEvent.CallerGone) {
          break;
        }
      }
      line.hangUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      line.release();
    }
    return new CallResult(Outcome.COMPLETED, CallResult.Callee.CUSTOMER);
  }

  @Override
  public void refused(AriEvent.Entered caller, CallId call, String reason) {
    reception.refused(caller);
  }

  @Override
  public void close() {
    boolean _ = calls.stop(Duration.ofSeconds(2));
    events.close();
    ami.close();
    ari.close();
  }
}
