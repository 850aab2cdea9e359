package parley.dialogue.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.dialogue.llm.chat.Chunks;
import parley.dialogue.llm.chat.ModelServer;

/// A model that does its work.
class AnsweringTest {

  private final AnsweringHarness harness = new AnsweringHarness();

  @AfterEach
  void stop() {
    harness.close();
  }

  @Test
  void sentencesAndCitationsComeOutOfTheStream() throws InterruptedException {
    harness.server.then(e ->
        e.open()
            .says("On Sundays we", " open at ten [hours]", ". Parking", " is free [parking].")
            .done());

    Answer.Answered answer = assertInstanceOf(Answer.Answered.class, harness.answer());

    assertEquals(
        List.of("On Sundays we open at ten.", "Parking is free."), Heard.words(answer.sentences()));
    assertEquals(List.of("hours", "parking"), answer.citations());
  }

  @Test
  void theFirstSentenceIsHeardWhileTheRestIsMade() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    harness.server.then(e -> {
      e.open().says("At ten. ", "Anything");
      go.await();
      e.says(" else?").done();
    });
    harness.ask();

    assertEquals("At ten.", harness.heard.sentence());
    go.countDown();
    assertEquals("Anything else?", harness.heard.sentence());
  }

  @Test
  void slowTokensAreWaitedForAsLongAsTheyKeepComing() throws InterruptedException {
    CountDownLatch[] steps = {new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1)};
    harness.server.then(e -> {
      e.open().says("One. Two");
      for (int i = 0; i < steps.length; i++) {
        steps[i].await();
        e.says(". Sentence " + i);
      }
      e.done();
    });
    harness.ask();
    assertEquals("One.", harness.heard.sentence());
    harness.deadlines.pass(Duration.ofMillis(1900));
    steps[0].countDown();
    assertEquals("Two.", harness.heard.sentence());
    harness.deadlines.pass(Duration.ofMillis(1900));
    steps[1].countDown();
    assertEquals("Sentence 0.", harness.heard.sentence());
    steps[2].countDown();

    assertInstanceOf(Answer.Answered.class, harness.heard.answer());
  }

  @Test
  void aCharacterMayBeCutAnywhere() throws InterruptedException {
    String text = "Crème brûlée costs 4 € – 日本語 🙂 fine.";
    harness.server.then(e -> {
      e.open();
      byte[] event =
          ("data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8);
      for (byte one : event) {
        e.bytes(new byte[] {one});
      }
      e.done();
    });
    harness.ask();

    assertEquals(text, harness.heard.sentence());
  }

  @Test
  void theRequestCarriesKeyModelLimitsToolsAndSources() throws Exception {
    harness.server.then(e -> e.open().says("At ten.").done());
    harness.answer();

    ModelServer.Received request = harness.server.request();
    JsonNode body = new ObjectMapper().readTree(request.body());

    assertEquals("POST /v1/chat/completions HTTP/1.1", request.line());
    assertEquals("Bearer key-for-tests", request.headers().get("authorization"));
    assertEquals("small", body.path("model").asText());
    assertTrue(body.path("stream").asBoolean());
    assertEquals(0.2, body.path("temperature").asDouble());
    assertEquals(300, body.path("max_tokens").asInt());
    assertEquals("start_order-status", body.at("/tools/0/function/name").asText());
    assertEquals("string", body.at("/tools/0/function/parameters/properties/order/type").asText());
    assertEquals("system", body.at("/messages/0/role").asText());
    assertTrue(body.at("/messages/1/content").asText().contains("<source id=\"hours\">"));
  }

  @Test
  void aCitationOfNothingGivenIsDropped() throws InterruptedException {
    harness.server.then(e -> e.open().says("At ten [made-up].").done());

    Answer.Answered answer = assertInstanceOf(Answer.Answered.class, harness.answer());

    assertEquals(List.of("At ten."), Heard.words(answer.sentences()));
    assertEquals(List.of(), answer.citations());
  }

  @Test
  void commentsUsageFiguresAndEmptyChoicesAreNoMatter() throws InterruptedException {
    harness.server.then(e -> {
      e.open().bytes(": keep-alive\n\n".getBytes(StandardCharsets.UTF_8));
      e.event("{\"choices\":[]}").says("At ten.").event(Chunks.finish("stop"));
      e.event("{\"choices\":[],\"usage\":{\"total_tokens\":7}}").end();
    });

    assertInstanceOf(Answer.Answered.class, harness.answer());
  }

  @Test
  void anAnswerCutAtItsTokensLosesTheHalfSentence() throws InterruptedException {
    harness.server.then(e -> {
      e.open().says("At ten. We are also").event(Chunks.finish("length"));
      e.end();
    });

    Answer.Answered answer = assertInstanceOf(Answer.Answered.class, harness.answer());

    assertEquals(List.of("At ten."), Heard.words(answer.sentences()));
  }

  @Test
  void aToolCallIsPutTogetherAndProposed() throws InterruptedException {
    harness.server.then(e -> {
      e.open().event(Chunks.tool(0, "call_7", "start_order-status", ""));
      for (String piece : Arrays.asList("{\"ord", "er\": \"A-77", "12\", \"days\":", " 3}")) {
        e.event(Chunks.tool(0, "", "", piece));
      }
      e.event(Chunks.finish("tool_calls"));
      e.end();
    });

    Answer.ToolWanted wanted = assertInstanceOf(Answer.ToolWanted.class, harness.answer());

    assertEquals(new Purpose.StartFlow("order-status"), wanted.tool().purpose());
    assertEquals(Map.of("order", "A-7712", "days", "3"), wanted.arguments());
    assertFalse(wanted.toString().contains("7712"));
  }

  @Test
  void badArgumentsAreToldToTheModelOnce() throws InterruptedException {
    harness
        .server
        .then(e -> callTool(e, "start_order-status", "{\"days\": \"three\"}"))
        .then(e -> callTool(e, "start_order-status", "{\"days\": 3}"));

    Answer.ToolWanted wanted = assertInstanceOf(Answer.ToolWanted.class, harness.answer());

    assertEquals(Map.of("days", "3"), wanted.arguments());
    harness.server.request();
    String second = harness.server.request().body();
    assertTrue(second.contains("Error: days has to be a whole number."), second);
    assertTrue(second.contains("\"tool_call_id\":\"call_1\""), second);
  }

  @Test
  void oneConnectionServesManyAnswers() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      harness.server.then(e -> e.open().says("At ten.").done());
      Generation generation = harness.ask();
      assertInstanceOf(Answer.Answered.class, harness.heard.answer());
      assertTrue(generation.gone(Duration.ofSeconds(10)));
    }

    assertEquals(1, harness.server.connections());
    assertEquals(0, harness.deadlines.pending());
  }

  static void callTool(ModelServer.Exchange e, String name, String arguments) throws Exception {
    e.open().event(Chunks.tool(0, "call_1", name, arguments)).event(Chunks.finish("tool_calls"));
    e.end();
  }
}
