package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Key;
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

  private record Live(
      CallId id, String callerChannel, CallMailbox mailbox, CompletableFuture<Void> media) {}

  private final AriClient ari;
  private final MediaOpener media;
  private final Recorder recorder;
  private final Answering answering;
  private final int most;
  private final Duration deadline;
  private final ConcurrentHashMap<String, Live> byCaller = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<CallId, Live> byId = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-", 0).factory());
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
  }

  /// Calls that are with Parley now.
  public int live() {
    return byId.size();
  }

  public void told(AriEvent event) {
    switch (event) {
      case AriEvent.Entered entered -> entered(entered);
      case AriEvent.Left(String channel) ->
          caller(channel).ifPresent(c -> c.mailbox.put(new CallEvent.CallerTakenAway()));
      case AriEvent.StateChanged(String channel, String state) -> {
        if (state.equals("Ringing") && AriIds.isAgent(channel)) {
          owner(channel).ifPresent(c -> c.mailbox.put(new CallEvent.AgentRings(channel)));
        }
      }
      case AriEvent.Gone gone -> gone(gone);
      case AriEvent.Pressed(String channel, String digit) -> pressed(channel, digit);
    }
  }

  private void entered(AriEvent.Entered entered) {
    if (AriIds.isMedia(entered.channel())) {
      owner(entered.channel()).ifPresent(c -> c.media.complete(null));
    } else if (AriIds.isAgent(entered.channel())) {
      owner(entered.channel())
          .ifPresentOrElse(
              c -> c.mailbox.put(new CallEvent.AgentAnswered(entered.channel())),
              () -> inBackground(() -> ari.release("/channels/" + entered.channel())));
    } else {
      admit(entered);
    }
  }

  private void admit(AriEvent.Entered caller) {
    CallId id = CallId.random();
    if (stopping || byId.size() >= most) {
      refuse(caller, id, stopping ? "Parley is stopping" : "all " + most + " places are taken");
      return;
    }
    Live live = new Live(id, caller.channel(), new CallMailbox(), new CompletableFuture<>());
    byCaller.put(caller.channel(), live);
    byId.put(id, live);
    inBackground(() -> {
      try {
        answering.answer(caller, id, line(caller, live), live.mailbox);
      } finally {
        byCaller.remove(caller.channel());
        byId.remove(id);
      }
    });
  }

  private AriLine line(AriEvent.Entered caller, Live live) {
    return new AriLine(ari, media, recorder, live.id, caller, live.media, deadline);
  }

  private void refuse(AriEvent.Entered caller, CallId id, String reason) {
    LOG.warn("A call goes to the fallback queue: {}", reason);
    inBackground(() -> {
      ari.post(
          "/channels/" + AriClient.encode(caller.channel()) + "/continue",
          Map.of("context", "parley-busy", "extension", "s", "priority", "1"));
      answering.refused(caller, id, reason);
    });
  }

  private void gone(AriEvent.Gone gone) {
    if (AriIds.isAgent(gone.channel())) {
      owner(gone.channel())
          .ifPresent(c -> c.mailbox.put(new CallEvent.AgentGone(gone.channel(), gone.cause())));
      return;
    }
    caller(gone.channel())
        .ifPresent(c -> c.mailbox.put(new CallEvent.CallerGone(gone.cause(), gone.causeText())));
  }

  private void pressed(String channel, String digit) {
    if (digit.length() == 1) {
      caller(channel)
          .ifPresent(c -> c.mailbox.put(new CallEvent.Pressed(new Key(digit.charAt(0)))));
    }
  }

  private Optional<Live> caller(String channel) {
    return Optional.ofNullable(byCaller.get(channel));
  }

  private Optional<Live> owner(String channel) {
    return AriIds.callOf(channel).map(byId::get);
  }

  /// After events were away: what Asterisk has and nobody here owns is freed, and calls whose
  /// caller is gone are told so.
  public void reconcile() {
    Set<String> channels = new HashSet<>();
    for (JsonNode channel : ari.get("/channels")) {
      String id = channel.path("id").asText();
      channels.add(id);
      freeIfOrphan(channel, id);
    }
    for (JsonNode bridge : ari.get("/bridges")) {
      String id = bridge.path("id").asText();
      boolean ours = AriIds.callOf(id).isPresent();
      if (ours && !hasOwner(id) && bridge.path("channels").isEmpty()) {
        LOG.info("Freeing a bridge that no call owns");
        ari.release("/bridges/" + id);
      }
    }
    byCaller.forEach((channel, live) -> {
      if (!channels.contains(channel)) {
        live.mailbox.put(new CallEvent.CallerGone(0, "gone while events were away"));
      }
    });
  }

  /// Agents who talk with a caller are left in peace: that talk needs no Parley. A caller alone in
  /// the application, whom nobody here knows, goes on in the dialplan.
  private void freeIfOrphan(JsonNode channel, String id) {
    if (AriIds.isMedia(id) && !hasOwner(id)) {
      LOG.info("Freeing a media leg that no call owns");
      ari.release("/channels/" + id);
      return;
    }
    String arguments = channel.path("dialplan").path("app_data").asText();
    boolean caller =
        arguments.startsWith(AriClient.APPLICATION + ",") && AriIds.callOf(id).isEmpty();
    if (caller && !byCaller.containsKey(id) && !isTalking(id)) {
      LOG.info("A caller whom no call owns goes on in the dialplan");
      ari.post("/channels/" + AriClient.encode(id) + "/continue", Map.of());
    }
  }

  private boolean hasOwner(String id) {
    return AriIds.callOf(id).map(byId::containsKey).orElse(false);
  }

  private boolean isTalking(String channel) {
    for (JsonNode bridge : ari.get("/bridges")) {
      Set<String> members = new HashSet<>();
      bridge.path("channels").forEach(c -> members.add(c.asText()));
      if (members.contains(channel) && members.stream().anyMatch(AriIds::isAgent)) {
        return true;
      }
    }
    return false;
  }

  private void inBackground(Runnable work) {
    threads.execute(() -> {
      try {
        work.run();
      } catch (AriException e) {
        LOG.warn("{}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("A call's thread failed", e);
      }
    });
  }

  /// Sends every caller on in the dialplan and waits for the calls' ends. New calls are refused
  /// from now on.
  ///
  /// @return whether all had ended in time
  public boolean stop(Duration atMost) {
    stopping = true;
    byId.values().forEach(c -> c.mailbox.put(new CallEvent.ParleyStops()));
    threads.shutdown();
    try {
      return threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
