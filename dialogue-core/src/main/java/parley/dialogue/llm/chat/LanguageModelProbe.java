package parley.dialogue.llm.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import parley.config.Settings;

/// Asks a language model's address whether it is there, takes the key and has the model, for
/// `doctor`. Costs nothing where models are listed, one token elsewhere. Blocks. Thread: any.
public final class LanguageModelProbe {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// What was found.
  public sealed interface Found {
    record Ready() implements Found {}

    record Unreachable(String why) implements Found {}

    record KeyRefused(int status) implements Found {}

    /// @param models those there are, at most a few; empty when they are not listed
    record UnknownModel(List<String> models) implements Found {
      public UnknownModel {
        models = List.copyOf(models);
      }
    }

    /// Something answers that is no such API, or is out of order.
    record Odd(int status) implements Found {}
  }

  private static final int NAMED = 8;

  private final Settings.LanguageModel settings;
  private final Duration deadline;

  /// @param settings with an address and a model
  public LanguageModelProbe(Settings.LanguageModel settings, Duration deadline) {
    this.settings = settings;
    this.deadline = deadline;
  }

  public Found ask() {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(deadline)
            .build()) {
      Found listed = listed(http);
      return listed instanceof Found.Odd ? tried(http) : listed;
    } catch (IOException silent) {
      return new Found.Unreachable(silent.getClass().getSimpleName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Found.Unreachable("interrupted");
    }
  }

  private Found listed(HttpClient http) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(to("/models").GET().build(), BodyHandlers.ofString());
    if (refused(answer)) {
      return new Found.KeyRefused(answer.statusCode());
    }
    JsonNode models = json(answer.body()).path("data");
    if (answer.statusCode() != 200 || !models.isArray() || models.isEmpty()) {
      return new Found.Odd(answer.statusCode());
    }
    List<String> names = new ArrayList<>();
    models.forEach(model -> names.add(model.path("id").asText()));
    return names.contains(settings.model())
        ? new Found.Ready()
        : new Found.UnknownModel(names.subList(0, Math.min(NAMED, names.size())));
  }

  /// Not every such API lists its models: then a word is asked for.
  private Found tried(HttpClient http) throws IOException, InterruptedException {
    ChatRequest hello = new ChatRequest(List.of(new ChatMessage.FromCustomer("Hello")), List.of());
    byte[] body = ChatJson.request(Objects.requireNonNull(settings.model()), 0, 1, hello);
    HttpRequest post =
        to("/chat/completions")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
    if (refused(answer)) {
      return new Found.KeyRefused(answer.statusCode());
    }
    JsonNode error = json(answer.body()).path("error");
    if (answer.statusCode() == 404 && error.isObject()) {
      return new Found.UnknownModel(List.of());
    }
    boolean streams =
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    return answer.statusCode() == 200 && streams
        ? new Found.Ready()
        : new Found.Odd(answer.statusCode());
  }

  private HttpRequest.Builder to(String path) {
    URI address = ChatEndpoint.at(settings, path);
    return ChatEndpoint.authorized(settings, address).timeout(deadline);
  }

  private static boolean refused(HttpResponse<String> answer) {
    return answer.statusCode() == 401 || answer.statusCode() == 403;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException none) {
      return JSON.createObjectNode();
    }
  }
}
