package parley.dialogue.llm.chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import parley.config.Settings;

/// Sends one request to an API like OpenAI's and streams the answer. Blocks; interrupting the
/// thread ends the request and closes its connection at once. Thread: any, many at a time.
public final class ChatEndpoint implements AutoCloseable {

  private static final String EVENTS = "text/event-stream";

  private final Settings.LanguageModel settings;
  private final URI completions;
  private final InstantSource clock;
  private final HttpClient http;

  /// @param settings with an address and a model
  public ChatEndpoint(Settings.LanguageModel settings, InstantSource clock) {
    this.settings = settings;
    this.completions = at(settings, "/chat/completions");
    this.clock = clock;
    // HTTP/1.1: asking a plain server to change to HTTP/2 makes some local ones lose the body.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.firstTokenTimeout())
            .build();
  }

  /// Gives the answer's pieces to the sink as they come, [ChatDelta.Finished] last.
  ///
  /// @throws ChatFault when there is no answer, or no whole one
  /// @throws InterruptedException when the thread was interrupted; nothing is open then
  void stream(ChatRequest request, Consumer<ChatDelta> sink) throws InterruptedException {
    byte[] body =
        ChatJson.request(
            Objects.requireNonNull(settings.model()),
            settings.temperature(),
            settings.maxTokens(),
            request);
    HttpRequest.Builder post =
        authorized(settings, completions)
            .header("Content-Type", "application/json")
            .header("Accept", EVENTS)
            .POST(BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<InputStream> response = http.send(post.build(), BodyHandlers.ofInputStream());
      try (InputStream events = response.body()) {
        check(response);
        read(new EventStream(events), sink);
      }
    } catch (IOException broken) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw ChatFault.passing(
          "No language model at %s (%s).".formatted(completions, broken.getClass().getSimpleName()),
          broken);
    }
  }

  private void check(HttpResponse<InputStream> response) {
    int status = response.statusCode();
    if (status == 200) {
      String type = response.headers().firstValue("Content-Type").orElse("nothing");
      if (!type.toLowerCase(Locale.ROOT).startsWith(EVENTS)) {
        throw ChatFault.lasting(
            FailureReason.NONSENSE,
            "%s does not stream events; is it an API with chat completions?"
                .formatted(completions));
      }
      return;
    }
    String answered = "The language model at %s answered %d.".formatted(completions, status);
    if (status == 429) {
      String header = response.headers().firstValue("Retry-After").orElse("");
      throw ChatFault.tooMany(answered, RetryAfter.of(header.strip(), clock.instant()));
    }
    throw status >= 500 || status == 408
        ? ChatFault.passing(answered, null)
        : ChatFault.lasting(FailureReason.REFUSED, answered);
  }

  private static void read(EventStream events, Consumer<ChatDelta> sink) throws IOException {
    ChatDelta.Finished finished = null;
    String data = events.next();
    while (data != null && !data.strip().equals("[DONE]")) {
      for (ChatDelta delta : ChatJson.chunk(data)) {
        if (delta instanceof ChatDelta.Finished end) {
          finished = end;
        } else {
          sink.accept(delta);
        }
      }
      data = events.next();
    }
    if (data == null && finished == null) {
      throw ChatFault.passing("The language model's stream ended in the middle.", null);
    }
    sink.accept(finished == null ? new ChatDelta.Finished(ChatDelta.Finish.COMPLETE) : finished);
    // Read to its end, the connection serves the next request.
    while (data != null) {
      data = events.next();
    }
  }

  static URI at(Settings.LanguageModel settings, String path) {
    String base = Objects.requireNonNull(settings.url()).toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  static HttpRequest.Builder authorized(Settings.LanguageModel settings, URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (settings.key() != null) {
      request.header("Authorization", "Bearer " + settings.key().reveal());
    }
    return request;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
