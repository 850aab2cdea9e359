package parley.gateway.ari;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.config.Secret;
import parley.gateway.FakeAsterisk;

/// What ARI requests look like, and what becomes of answers that are none.
class AriClientTest {
  private FakeAsterisk asterisk;
  private AriClient ari;

  @BeforeEach
  void start() throws IOException {
    asterisk = new FakeAsterisk();
    ari =
        new AriClient(
            asterisk.address(), "parley", new Secret("secret"), Duration.ofSeconds(5), "parley");
  }

  @AfterEach
  void stop() throws IOException {
    ari.close();
    asterisk.close();
  }

  private AriException fails() {
    return assertThrows(AriException.class, () -> ari.get("/channels"));
  }

  @Test
  void namesCannotChangeTheRequest() {
    var _ =
        ari.post("/channels/" + AriClient.encode("a/../b?x=1") + "/answer", Map.of("k", "a b&c"));
    assertEquals(
        List.of("POST /ari/channels/a%2F..%2Fb%3Fx%3D1/answer?k=a%20b%26c"), asterisk.requests());
  }

  @Test
  void variablesTravelInTheBody() {
    var _ = ari.post("/channels", Map.of(), Map.of("B", "2", "A", "1"));
    assertEquals(
        List.of("POST /ari/channels {\"variables\":{\"A\":\"1\",\"B\":\"2\"}}"),
        asterisk.requests());
  }

  @Test
  void aRefusalSaysWhatWasAskedAndWhy() {
    asterisk.on("GET /ari/channels", 422, "{\"message\":\"Invalid\"}");
    AriException refused = fails();
    assertEquals(422, refused.status());
    assertEquals("Asterisk answered 422 to GET /channels: Invalid", refused.getMessage());
    assertFalse(refused.isGone());
  }

  @Test
  void whatIsGoneIsReleased() {
    asterisk.on("DELETE /ari/channels/x", 404, "");
    ari.release("/channels/x");
    assertTrue(asterisk.wasAsked("DELETE /ari/channels/x"));
  }

  @Test
  void anAnswerThatIsNoJsonOrNoneAtAllIsAFault() {
    asterisk.on("GET /ari/channels", 200, "<html>");
    assertEquals(0, fails().status());
    asterisk.on("GET /ari/channels", 500, "<html>");
    assertEquals(500, fails().status());
    asterisk.on("GET /ari/channels", 0, "");
    assertEquals(0, fails().status());
  }
}
