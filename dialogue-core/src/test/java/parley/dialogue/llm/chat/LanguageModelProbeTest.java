package parley.dialogue.llm.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.config.Secret;
import parley.config.Settings;
import parley.dialogue.llm.chat.LanguageModelProbe.Found;

class LanguageModelProbeTest {

  private final ModelServer server = new ModelServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aListedModelIsReady() throws InterruptedException {
    server.then(e -> list(e, "large", "small"));

    assertEquals(new Found.Ready(), ask());
    ModelServer.Received request = server.request();
    assertEquals("GET /v1/models HTTP/1.1", request.line());
    assertEquals("Bearer key-for-tests", request.headers().get("authorization"));
  }

  @Test
  void anUnlistedModelIsUnknownAndTheOthersAreNamed() {
    server.then(e -> list(e, "large", "medium"));

    assertEquals(new Found.UnknownModel(List.of("large", "medium")), ask());
  }

  @Test
  void aKeyCanBeRefused() {
    server.then(e -> e.refuse(401, ""));

    assertEquals(new Found.KeyRefused(401), ask());
  }

  @Test
  void withoutAListAWordIsAskedFor() {
    server.then(e -> e.refuse(404, "")).then(e -> e.open().says("Hi").done());

    assertEquals(new Found.Ready(), ask());
  }

  @Test
  void withoutAListAnUnknownModelIsToldByTheError() {
    server
        .then(e -> e.refuse(404, ""))
        .then(e -> e.body(404, "application/json", "{\"error\":{\"code\":\"model_not_found\"}}"));

    assertEquals(new Found.UnknownModel(List.of()), ask());
  }

  @Test
  void somethingElseAtTheAddressIsOdd() {
    server
        .then(e -> e.body(200, "text/html", "<html>"))
        .then(e -> e.body(200, "text/html", "<html>"));

    assertEquals(new Found.Odd(200), ask());
  }

  @Test
  void nobodyThereIsUnreachable() {
    server.close();

    assertInstanceOf(Found.Unreachable.class, ask());
  }

  private static void list(ModelServer.Exchange e, String one, String other) throws Exception {
    e.body(
        200,
        "application/json",
        "{\"data\":[{\"id\":\"%s\"},{\"id\":\"%s\"}]}".formatted(one, other));
  }

  private Found ask() {
    Duration any = Duration.ofSeconds(10);
    Settings.LanguageModel settings =
        new Settings.LanguageModel(
            server.url(),
            "small",
            new Secret("key-for-tests"),
            0,
            16,
            500,
            any,
            any,
            any,
            any,
            0,
            60,
            any);
    return new LanguageModelProbe(settings, any).ask();
  }
}
