package parley.gateway.outbound;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.config.Settings;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.Outcome;
import parley.gateway.Eventually;
import parley.gateway.ami.AmiControl;
import parley.gateway.ari.AriCalls;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriEvent;
import parley.gateway.ari.AriEvents;
import parley.gateway.ari.MediaOpener;
import parley.gateway.ari.Recorder;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.call.AgentCall;
import parley.gateway.call.CallEvent;
import parley.gateway.call.CallFacts;
import parley.gateway.call.CallLine;
import parley.gateway.call.CallMailbox;
import parley.gateway.call.CallResult;
import parley.gateway.call.OutboundCall;
import parley.gateway.media.MediaLink;
import parley.speech.audio.Pcm;
import parley.speech.synthesize.Pace;
import parley.speech.synthesize.Synthesizer;
import parley.transfer.agent.Agent;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.AgentView;
import parley.transfer.agent.Agents;
import parley.transfer.agent.PhoneState;
import parley.transfer.handover.HandOverLimits;

/// One Parley of several on an Asterisk, as far as calls out are concerned: the real dialler,
/// events and lines. Its talk only waits, for [#sayGoodbye] or the callee's end.
final class OutboundNode implements AutoCloseable, AriCalls.Answering {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  final AsteriskDialler dialler;
  final AriCalls calls;
  final List<CallFacts> talks = new CopyOnWriteArrayList<>();
  final List<String> shown = new CopyOnWriteArrayList<>();
  final List<String> ends = new CopyOnWriteArrayList<>();
  final List<String> joined = new CopyOnWriteArrayList<>();
  private final AgentBoard board;
  private final AriClient ari;
  private final AmiControl ami;
  private final AriEvents events;
  private final OutboundReception reception;
  private final CompletableFuture<CallResult> goodbye = new CompletableFuture<>();
  private volatile boolean dead;

  /// @param agents who are rung before customers are called; none: nobody is
  OutboundNode(AsteriskAndNetwork bed, String application, List<Agent> agents) {
    AsteriskLogins logins = bed.logins();
    Settings.Asterisk asterisk = bed.settings().asterisk();
    ari =
        new AriClient(
            "127.0.0.1:" + asterisk.httpPort(),
            asterisk.ariUser(),
            logins.ari(),
            DEADLINE,
            application);
    ami =
        new AmiControl(
            "127.0.0.1",
            asterisk.amiPort(),
            asterisk.amiUser(),
            logins.ami(),
            DEADLINE,
            (_, _) -> {});
    ami.start();
    OutboundCalls outbound = new OutboundCalls();
    calls =
        new AriCalls(
            ari, new MediaOpener(ari, 8_000, DEADLINE, null), Recorder.NONE, this, 10, DEADLINE);
    reception = new OutboundReception(outbound, ari, ami, _ -> Spoken.NOTHING, false, "en");
    events =
        new AriEvents(
            ari,
            event -> {
              calls.told(event);
              outbound.told(event);
            },
            calls::reconcile);
    board =
        new AgentBoard(Agents.of(agents.toArray(Agent[]::new)), Duration.ZERO, Clock.systemUTC());
    agents.forEach(agent -> board.phoneState(agent.id(), PhoneState.IDLE));
    dialler =
        new AsteriskDialler(
            ari,
            ami,
            outbound,
            asterisk.trunk(),
            new Pacing(board, outbound, 10, calls::room, calls::isJoined),
            agents.isEmpty() ? AgentFirst.NEVER : rung());
    events.start();
    Eventually.eventually("events of " + application, events::isConnected);
    Eventually.eventually("the manager of " + application, ami::isConnected);
  }

  private AgentFirst rung() {
    HandOverLimits limits =
        new HandOverLimits(
            3,
            Duration.ofSeconds(2),
            Duration.ofSeconds(8),
            Duration.ofSeconds(8),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3),
            Duration.ofMinutes(1));
    return new RungAgents(
        Set.of(RungAgents.ALL),
        calls::agentLine,
        new AgentCall.Parts(
            board, limits, new MomentLongVoice(), "en", Clock.systemUTC(), System::nanoTime));
  }

  /// Dials on a thread of its own.
  CompletableFuture<AttemptOutcome> dial(Attempt attempt) {
    CompletableFuture<AttemptOutcome> outcome = new CompletableFuture<>();
    Thread _ =
        Thread.ofVirtual()
            .start(() -> {
              try {
                outcome.complete(dialler.dial(attempt));
              } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
              }
            });
    return outcome;
  }

  static Attempt attempt(String number) {
    Callback callback =
        new Callback(
            UUID.randomUUID(),
            Callback.Origin.COMMAND,
            Optional.empty(),
            new PhoneNumber(number),
            "order 4711",
            "",
            "",
            Optional.empty(),
            Callback.Order.CUSTOMER_FIRST,
            0,
            CallbackState.DIALLING);
    return new Attempt(UUID.randomUUID(), callback, 1);
  }

  /// Lets every talk end well.
  void sayGoodbye() {
    goodbye.complete(new CallResult(Outcome.COMPLETED, CallResult.Callee.CUSTOMER));
  }

  @Override
  public void answer(AriEvent.Entered caller, CallId call, CallLine line, CallMailbox mailbox) {
    shown.add(caller.caller());
    reception.answer(caller, call, line, facts -> talk(facts, line, mailbox));
  }

  private CallResult talk(CallFacts facts, CallLine line, CallMailbox mailbox) {
    try (MediaLink _ = line.open(new Ends())) {
      talks.add(facts);
      join(facts, line, mailbox);
      while (!goodbye.isDone() && !dead) {
        CallEvent event = mailbox.take(Duration.ofMillis(10));
        if (event instanceof CallEvent.AgentGone) {
          line.hangUp();
          return new CallResult(Outcome.TRANSFERRED, CallResult.Callee.UNKNOWN);
        }
        if (event instanceof CallEvent.CallerGone || event instanceof CallEvent.CallerTakenAway) {
          return new CallResult(Outcome.CALLER_HUNG_UP, CallResult.Callee.UNKNOWN);
        }
      }
      if (dead) {
        // As a process that is killed: the socket closes, and nobody says why.
        throw new IllegalStateException("dead");
      }
      line.hangUp();
      return goodbye.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      if (!dead) {
        line.release();
      }
    }
  }

  private void join(CallFacts facts, CallLine line, CallMailbox mailbox) {
    facts
        .outbound()
        .flatMap(OutboundCall::agent)
        .flatMap(agent -> agent.take(mailbox::put))
        .ifPresent(agent -> {
          line.adopt(agent.leg());
          line.join(agent.leg());
          boolean _ = board.releaseAfterTalk(agent.reservation());
          joined.add(agent.reservation().agent().id());
        });
  }

  /// Agents whom a call could ring now.
  long free() {
    return board.picture().stream().filter(AgentView::free).count();
  }

  /// Ends it as a power cut would.
  void die() {
    dead = true;
    events.close();
    ami.close();
    ari.close();
  }

  @Override
  public void refused(AriEvent.Entered caller, CallId call, String reason) {
    reception.refused(caller);
  }

  AriClient ari() {
    return ari;
  }

  /// What is noted about an attempt.
  String noted(Attempt attempt, String family) {
    return ami.stored(family, attempt.id().toString());
  }

  @Override
  public void close() {
    if (!dead) {
      events.close();
      boolean _ = calls.stop(Duration.ofSeconds(5));
      ami.close();
      ari.close();
    }
  }

  /// Says everything in a moment of silence.
  private static final class MomentLongVoice implements Synthesizer {
    @Override
    public boolean speaks(String language) {
      return true;
    }

    @Override
    public CompletableFuture<Pcm> speak(String language, String sentence, Pace pace) {
      return CompletableFuture.completedFuture(new Pcm(new short[1_600], 8_000));
    }

    @Override
    public void close() {}
  }

  private final class Ends implements MediaLink.Listener {
    @Override
    public void audio(short[] frame) {}

    @Override
    public void markReached(String mark) {}

    @Override
    public void ended(String why) {
      ends.add(why);
    }
  }
}
