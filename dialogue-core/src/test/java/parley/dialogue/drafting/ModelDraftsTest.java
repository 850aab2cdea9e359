package parley.dialogue.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.dialogue.drafting.Draft.Kind;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.language.LanguageGuess;
import parley.dialogue.llm.Answering;
import parley.dialogue.llm.LocalModel;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.llm.chat.ModelServer;

/// A language model drafts other wordings, over its real protocol.
class ModelDraftsTest {

  private static final KnowledgeEntry POOL =
      new KnowledgeEntry(
          "pool",
          "house",
          "When does the pool open?",
          List.of("is the pool open"),
          List.of("pool"),
          "At 7 o'clock. Ask Priya Raghunathan, priya@pool.example, for a towel.");

  private static final String GOOD =
      "{\"questions\": [\"From when may people swim?\", \"Does it open at 9:30?\"],"
          + " \"keywords\": [\"swimming\"]}";

  private final ModelServer server = new ModelServer();
  private final Answering answering = answering(Duration.ofSeconds(20));

  private Answering answering(Duration timeout) {
    return LocalModel.at(server, "The House", timeout);
  }

  @AfterEach
  void close() {
    answering.close();
    server.close();
  }

  private static ModelDrafts.Written drafts(Answering model) throws InterruptedException {
    return new ModelDrafts(model.scribe(), _ -> LanguageGuess.NONE).of(POOL, "en", 4);
  }

  private static List<String> texts(ModelDrafts.Written written, Kind kind) {
    return written.drafts().stream()
        .filter(draft -> draft.kind() == kind)
        .map(Draft::text)
        .toList();
  }

  @Test
  void whatItWritesInPiecesIsReadAndChecked() throws InterruptedException {
    server.then(exchange ->
        exchange
            .open()
            .says(GOOD.substring(0, 9), GOOD.substring(9, 40), GOOD.substring(40))
            .done());

    ModelDrafts.Written written = drafts(answering);

    assertEquals(List.of("from when may people swim"), texts(written, Kind.QUESTION));
    assertEquals(List.of("swimming"), texts(written, Kind.KEYWORD));
    assertTrue(written.dropped().toString().contains("UNGROUNDED_TIME"), () -> "" + written);
    assertEquals(List.of(), written.notes());
  }

  @Test
  void itIsToldTheEntryWithoutPersonalData() throws InterruptedException {
    server.then(exchange -> exchange.open().says(GOOD).done());

    ModelDrafts.Written _ = drafts(answering);

    String sent = server.request().body();
    assertTrue(sent.contains("is the pool open"), sent);
    assertTrue(sent.contains("At 7 o'clock"), sent);
    assertFalse(sent.contains("priya@pool.example"), sent);
  }

  static Stream<Arguments> failures() {
    ModelServer.Reply cut =
        exchange -> {
          exchange.open().says("{\"questions\": [");
          exchange.hangUp();
        };
    return Stream.of(
        arguments("500", (ModelServer.Reply) exchange -> exchange.refuse(500, "")),
        arguments(
            "429", (ModelServer.Reply) exchange -> exchange.refuse(429, "Retry-After: 9\r\n")),
        arguments("a broken stream", cut),
        arguments(
            "no protocol",
            (ModelServer.Reply) exchange -> exchange.body(200, "text/html", "<p>It works!</p>")),
        arguments(
            "nonsense",
            (ModelServer.Reply) exchange -> exchange.open().event("{nonsense").event("]]")),
        arguments(
            "words instead of JSON",
            (ModelServer.Reply) exchange -> exchange.open().says("I would rather not.").done()),
        arguments(
            "other JSON",
            (ModelServer.Reply)
                exchange -> exchange.open().says("{\"questions\": \"swim\"}").done()),
        arguments("nothing", (ModelServer.Reply) exchange -> exchange.open().done()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void whateverItGetsWrongNothingIsDraftedAndTheReasonIsTold(String name, ModelServer.Reply reply)
      throws InterruptedException {
    server.then(exchange -> {
      reply.to(exchange);
      exchange.hangUp();
    });

    ModelDrafts.Written written = drafts(answering);

    assertEquals(List.of(), written.drafts(), name);
    assertEquals(1, written.notes().size(), name);
    assertTrue(written.notes().getFirst().startsWith("The language model wrote nothing: "), name);
  }

  @Test
  void oneThatIsTooSlowIsNotWaitedFor() throws InterruptedException {
    server.then(exchange -> {
      exchange.open().says("{");
      exchange.waitForHangUp();
    });
    try (Answering hasty = answering(Duration.ofMillis(100))) {
      ModelDrafts.Written written = drafts(hasty);
      assertEquals(List.of(), written.drafts());
      assertTrue(
          written.notes().getFirst().contains(FailureReason.TIMED_OUT.name()), () -> "" + written);
    }
  }
}
