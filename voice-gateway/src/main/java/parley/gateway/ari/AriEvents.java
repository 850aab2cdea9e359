package parley.gateway.ari;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stream of ARI events, kept up: when the WebSocket ends it is opened again, after 100 ms at
/// first and 5 s at most, and the owner is told so that it can reconcile what happened meanwhile.
///
/// Thread: events come one at a time from the WebSocket's thread and must only be handed over. The
/// stream is watched by one virtual thread.
public final class AriEvents implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AriEvents.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Asterisk's last word to us when a second program registers the same application; the
  /// connection stays, deaf.
  private static final String REPLACED = "ApplicationReplaced";

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /// A connection that is silent so long is asked whether it lives, and given up after as long
  /// again.
  private static final Duration PING_EVERY = Duration.ofSeconds(10);

  /// A message larger than this is not an ARI event; the connection ends.
  private static final int LARGEST_MESSAGE = 1 << 20;

  private final AriClient ari;
  private final Consumer<AriEvent> events;
  private final Runnable connected;
  private final AtomicLong unreadable = new AtomicLong();
  private final Set<String> unknownTypes = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable WebSocket current;
  private volatile Reader reading = new Reader();
  private volatile boolean replaced;

  /// @param connected called on the watching thread each time the stream is up
  public AriEvents(AriClient ari, Consumer<AriEvent> events, Runnable connected) {
    this.ari = ari;
    this.events = events;
    this.connected = connected;
  }

  /// Starts watching; returns at once.
  public void start() {
    Thread _ = Thread.ofVirtual().name("ari-events").start(this::keepUp);
  }

  /// Whether events arrive now.
  public boolean isConnected() {
    return current != null;
  }

  /// Messages that could not be read as events.
  public long unreadable() {
    return unreadable.get();
  }

  private void keepUp() {
    Duration wait = FIRST_WAIT;
    while (!isClosing(Duration.ZERO)) {
      Reader reader = new Reader();
      reading = reader;
      try {
        WebSocket socket =
            ari.http()
                .newWebSocketBuilder()
                .header("Authorization", ari.authorization())
                .connectTimeout(LONGEST_WAIT)
                .buildAsync(ari.events(), reader)
                .join();
        LOG.info("Asterisk's events are connected");
        wait = FIRST_WAIT;
        runConnected();
        watch(socket, reader);
        current = null;
        if (!isClosing(Duration.ZERO)) {
          LOG.warn("Asterisk's events stopped; connecting again");
        }
      } catch (CompletionException e) {
        current = null;
        LOG.debug("Asterisk's events cannot be connected: {}", String.valueOf(e.getCause()));
      }
      if (isClosing(wait)) {
        return;
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  /// Returns when the connection is over. A network that only swallows does not end it by itself.
  private static void watch(WebSocket socket, Reader reader) {
    while (true) {
      try {
        var _ = reader.ended.get(PING_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (ExecutionException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        socket.abort();
        return;
      } catch (TimeoutException e) {
        if (reader.unanswered.getAndSet(true)) {
          LOG.warn("Asterisk's events are connected but dead");
          socket.abort();
          return;
        }
        var _ = socket.sendPing(ByteBuffer.allocate(0));
      }
    }
  }

  private void runConnected() {
    try {
      connected.run();
    } catch (RuntimeException e) {
      LOG.error("Reconciling with Asterisk failed", e);
    }
  }

  private boolean isClosing(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void told(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      if (json.path("type").asText().equals(REPLACED)) {
        replaced();
        return;
      }
      AriEvent.read(json).ifPresent(events);
      noteUnknown(json.path("type").asText());
    } catch (IOException | RuntimeException e) {
      if (unreadable.incrementAndGet() == 1) {
        LOG.warn("A message from Asterisk could not be read as an event: {}", e.toString());
      }
    }
  }

  /// Taking the application back would only take it from the other one, in turns without end.
  private void replaced() {
    LOG.error(
        "Another program has taken the ARI application {}: this Parley hears of no new calls any"
            + " more. Stop one of the two and start this one again",
        ari.application());
    replaced = true;
    close();
  }

  private void noteUnknown(String type) {
    if (!AriEventTypes.KNOWN.contains(type)
        && unknownTypes.size() < 100
        && unknownTypes.add(type)) {
      LOG.info(
          "Asterisk sends events of a kind unknown to Parley: {}", type.length() > 60 ? "?" : type);
    }
  }

  /// Whether another program has taken the application: no event comes any more.
  public boolean isReplaced() {
    return replaced;
  }

  @Override
  public void close() {
    closing.countDown();
    WebSocket socket = current;
    if (socket != null) {
      socket.abort();
    }
    reading.ended.complete(null);
  }

  private final class Reader implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicBoolean unanswered = new AtomicBoolean();

    /// The first event can be here before the watching thread has the socket: connected is what can
    /// hear.
    @Override
    public void onOpen(WebSocket socket) {
      current = socket;
      if (isClosing(Duration.ZERO)) {
        socket.abort();
        ended.complete(null);
      }
      socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      unanswered.set(false);
      message.append(part);
      if (message.length() > LARGEST_MESSAGE) {
        LOG.warn("Asterisk sent an event of more than {} characters", LARGEST_MESSAGE);
        socket.abort();
        ended.complete(null);
        return null;
      }
      if (last) {
        String whole = message.toString();
        message.setLength(0);
        told(whole);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      unanswered.set(false);
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      ended.complete(null);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      ended.complete(null);
    }
  }
}
