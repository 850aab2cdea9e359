package parley.gateway.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Audio over Asterisk's `chan_websocket`: Parley connects to the leg's address, Asterisk paces the
/// playback.
///
/// Source: Asterisk 22, chan_websocket; what was seen of it is in `config/asterisk/README.md`.
public final class WebSocketMediaLink implements MediaLink {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SEND_DEADLINE = Duration.ofSeconds(2);

  /// Asterisk closes the leg on a message of 65,535 bytes or more.
  private static final int LARGEST_MESSAGE_BYTES = 32_000;

  private static final int LARGEST_TEXT = 1 << 16;

  private final WebSocket socket;
  private final PlayBudget budget;

  private WebSocketMediaLink(WebSocket socket, int sampleRateHz) {
    this.socket = socket;
    this.budget = new PlayBudget(sampleRateHz, System::nanoTime);
  }

  /// Connects; fails with an [IOException] when Asterisk does not take the line within the
  /// deadline.
  public static WebSocketMediaLink connect(
      HttpClient http, URI address, int sampleRateHz, Duration deadline, Listener listener)
      throws IOException {
    Reader reader = new Reader(sampleRateHz, listener);
    try {
      WebSocket socket =
          http.newWebSocketBuilder()
              .subprotocols("media")
              .connectTimeout(deadline)
              .buildAsync(address, reader)
              .get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      return new WebSocketMediaLink(socket, sampleRateHz);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Asterisk did not open the media line at " + address.getHost(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while opening the media line", e);
    }
  }

  @Override
  public void play(short[] audio, List<Mark> marks) {
    budget.take(audio.length);
    command("START_MEDIA_BUFFERING", Map.of());
    int sent = 0;
    for (Mark mark : marks) {
      send(audio, sent, mark.afterSamples());
      sent = mark.afterSamples();
      command("MARK_MEDIA", Map.of("correlation_id", mark.name()));
    }
    send(audio, sent, audio.length);
    command("STOP_MEDIA_BUFFERING", Map.of());
  }

  private void send(short[] audio, int from, int to) {
    for (int at = from; at < to; at += LARGEST_MESSAGE_BYTES / 2) {
      int end = Math.min(to, at + LARGEST_MESSAGE_BYTES / 2);
      ByteBuffer bytes = ByteBuffer.allocate((end - at) * 2).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asShortBuffer().put(audio, at, end - at);
      await(socket.sendBinary(bytes, true));
    }
  }

  @Override
  public void pause() {
    budget.pause();
    command("PAUSE_MEDIA", Map.of());
  }

  @Override
  public void resume() {
    budget.resume();
    command("CONTINUE_MEDIA", Map.of());
  }

  /// FLUSH alone leaves a paused line paused (seen on 22.10): what is said next would not be heard.
  @Override
  public void flush() {
    budget.clear();
    command("FLUSH_MEDIA", Map.of());
    command("CONTINUE_MEDIA", Map.of());
  }

  private void command(String name, Map<String, String> arguments) {
    var json = JSON.createObjectNode().put("command", name);
    arguments.forEach(json::put);
    await(socket.sendText(json.toString(), true));
  }

  /// A failed send is no news: the reader tells the end of the line.
  private static void await(CompletableFuture<WebSocket> sent) {
    try {
      WebSocket _ = sent.get(SEND_DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new MediaLineBroken("Asterisk does not take audio", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MediaLineBroken("Interrupted while sending audio", e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  private static final class Reader implements WebSocket.Listener {
    private final FrameCutter cutter;
    private final Listener listener;
    private final StringBuilder text = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();

    Reader(int sampleRateHz, Listener listener) {
      this.cutter = new FrameCutter(sampleRateHz, listener::audio);
      this.listener = listener;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(
        WebSocket webSocket, ByteBuffer part, boolean last) {
      while (part.hasRemaining()) {
        cutter.accept(part.get());
      }
      webSocket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (text.length() > LARGEST_TEXT) {
        webSocket.abort();
        end("a control message was too large");
        return null;
      }
      if (last) {
        control(text.toString());
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }

    private void control(String message) {
      try {
        JsonNode json = JSON.readTree(message);
        if (json.path("event").asText().equals("MEDIA_MARK_PROCESSED")) {
          listener.markReached(json.path("correlation_id").asText());
        }
      } catch (IOException e) {
        end("a control message was not JSON");
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
      end("closed by Asterisk with code " + code);
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      end(String.valueOf(error.getMessage()));
    }

    private void end(String why) {
      if (ended.compareAndSet(false, true)) {
        listener.ended(why);
      }
    }
  }
}
