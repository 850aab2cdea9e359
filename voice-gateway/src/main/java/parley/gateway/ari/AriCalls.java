package parley.gateway.ari;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Key;
import parley.gateway.call.AgentLine;
import parley.gateway.call.CallEvent;
import parley.gateway.call.CallLine;
import parley.gateway.call.CallMailbox;

/// All calls that are with Parley now: admits new ones, brings Asterisk's events to the call they
/// belong to, and, when the events were away, compares what Asterisk has with what is known here.
///
/// Thread: [#told] is called on the events' thread and only hands over; each call and each refusal
/// has a virtual thread.
public final class AriCalls {
  private static final Logger LOG = LoggerFactory.getLogger(AriCalls.class);

  /// Starts the conversation of an admitted call; returns when the call is over.
  public interface Answering {
    void answer(AriEvent.Entered caller, CallId call, CallLine line, CallMailbox mailbox);

    /// A call that found no room: the reason is for the log.
    void refused(AriEvent.Entered caller, CallId call, String reason);
  }

  private final AriClient ari;
  private final MediaOpener media;
  private final Recorder recorder;
  private final Answering answering;
  private final int most;
  private final Duration deadline;
  private final AriIds ids;
  private final LiveCalls calls;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());
  private final Sweep sweep;
  private volatile boolean stopping;

  /// @param most calls at once
  /// @param deadline longest wait for Asterisk to bring a leg up
  public AriCalls(
      AriClient ari,
      MediaOpener media,
      Recorder recorder,
      Answering answering,
      int most,
      Duration deadline) {
    this.ari = ari;
    this.media = media;
    this.recorder = recorder;
    this.answering = answering;
    this.most = most;
    this.deadline = deadline;
    this.ids = new AriIds(ari.application());
    this.calls = new LiveCalls(ids);
    this.sweep = new Sweep(ari, calls);
  }

  /// Calls that are with Parley now.
  public int live() {
    return calls.count();
  }

  /// How many more calls would be admitted now.
  public int room() {
    return stopping ? 0 : Math.max(0, most - calls.count());
  }

  /// Whether the caller of this channel has been joined with an agent.
  public boolean isJoined(String callerChannel) {
    return calls.ofCaller(callerChannel).filter(call -> call.joined().isDone()).isPresent();
  }

  public void told(AriEvent event) {
    switch (event) {
      case AriEvent.Entered entered -> entered(entered);
      case AriEvent.Left(String channel) -> left(channel);
      case AriEvent.StateChanged(String channel, String state) -> {
        if (state.equals("Ringing") && ids.isAgent(channel)) {
          calls.ofOurs(channel).ifPresent(c -> c.mailbox().put(new CallEvent.AgentRings(channel)));
        }
      }
      case AriEvent.Gone gone -> gone(gone);
      case AriEvent.Pressed(String channel, String digit) -> pressed(channel, digit);
    }
  }

  private void entered(AriEvent.Entered entered) {
    if (ids.isMedia(entered.channel())) {
      calls.ofOurs(entered.channel()).ifPresent(c -> c.media().complete(null));
    } else if (ids.isAgent(entered.channel())) {
      calls
          .ofOurs(entered.channel())
          .ifPresentOrElse(
              c -> c.mailbox().put(new CallEvent.AgentAnswered(entered.channel())),
              () -> inBackground(() -> ari.release("/channels/" + entered.channel())));
    } else {
      admit(entered);
    }
  }

  private void admit(AriEvent.Entered caller) {
    CallId id = CallId.random();
    if (stopping || calls.count() >= most) {
      refuse(caller, id, stopping ? "Parley is stopping" : "all " + most + " places are taken");
      return;
    }
    LiveCalls.Live live = LiveCalls.Live.of(id, caller.channel());
    calls.add(live);
    if (stopping) {
      live.mailbox().put(new CallEvent.ParleyStops());
    }
    inBackground(() -> answer(caller, live));
  }

  /// A call that could not even begin goes on in the dialplan at once, without waiting for the
  /// lease to run out.
  private void answer(AriEvent.Entered caller, LiveCalls.Live live) {
    try {
      answering.answer(caller, live.id(), line(caller, live), live.mailbox());
    } catch (RuntimeException | Error e) {
      LOG.error("A call could not be taken; the dialplan has it", e);
      ari.goOn(caller.channel());
    } finally {
      calls.ended(live);
    }
  }

  private AriLine line(AriEvent.Entered caller, LiveCalls.Live live) {
    return new AriLine(
        ari, ids, media, recorder, live.id(), caller, live.media(), live.joined(), deadline);
  }

  /// A line for an agent who is rung before there is a caller.
  public AgentLine agentLine() {
    return new AriAgentLine(ari, ids, media, calls, deadline);
  }

  private void refuse(AriEvent.Entered caller, CallId id, String reason) {
    String context = caller.isOutbound() ? "parley-callback-broken" : "parley-fallback";
    LOG.warn("A call goes on in {}: {}", context, reason);
    inBackground(() -> {
      ari.post(
          "/channels/" + AriClient.encode(caller.channel()) + "/continue",
          Map.of("context", context, "extension", "s", "priority", "1"));
      answering.refused(caller, id, reason);
    });
  }

  /// An agent's lease or a transfer of theirs takes them away without a hang-up.
  private void left(String channel) {
    if (ids.isAgent(channel)) {
      calls.ofOurs(channel).ifPresent(c -> c.mailbox().put(new CallEvent.AgentGone(channel, 0)));
    } else {
      calls.ofCaller(channel).ifPresent(c -> c.mailbox().put(new CallEvent.CallerTakenAway()));
    }
  }

  private void gone(AriEvent.Gone gone) {
    if (ids.isAgent(gone.channel())) {
      calls
          .ofOurs(gone.channel())
          .ifPresent(c -> c.mailbox().put(new CallEvent.AgentGone(gone.channel(), gone.cause())));
      return;
    }
    calls
        .ofCaller(gone.channel())
        .ifPresent(c -> c.mailbox().put(new CallEvent.CallerGone(gone.cause(), gone.causeText())));
  }

  private void pressed(String channel, String digit) {
    if (digit.length() == 1) {
      calls
          .ofCaller(channel)
          .ifPresent(c -> c.mailbox().put(new CallEvent.Pressed(new Key(digit.charAt(0)))));
    }
  }

  /// After events were away; see [Reconciliation].
  public void reconcile() {
    new Reconciliation(ari, calls).run();
  }

  /// Every so often; see [Sweep]. Of one thread.
  public void sweep() {
    sweep.run();
  }

  private void inBackground(Runnable work) {
    try {
      threads.execute(() -> {
        try {
          work.run();
        } catch (AriException e) {
          LOG.warn("{}", e.getMessage());
        } catch (RuntimeException e) {
          LOG.error("A call's thread failed", e);
        }
      });
    } catch (RejectedExecutionException e) {
      // Parley has stopped: the dialplan's own lease brings the caller on.
      LOG.debug("A call came after the end", e);
    }
  }

  /// Sends every caller on in the dialplan and waits for the calls' ends. New calls are refused
  /// from now on, and told so as long as this waits.
  ///
  /// @return whether all had ended in time
  public boolean stop(Duration atMost) {
    stopping = true;
    List<LiveCalls.Live> live = calls.all();
    live.forEach(c -> c.mailbox().put(new CallEvent.ParleyStops()));
    try {
      var _ =
          CompletableFuture.allOf(
                  live.stream().map(LiveCalls.Live::ended).toArray(CompletableFuture[]::new))
              .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      threads.shutdown();
    }
  }
}
