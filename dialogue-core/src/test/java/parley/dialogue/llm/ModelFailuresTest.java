package parley.dialogue.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.dialogue.llm.chat.Chunks;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.llm.chat.ModelServer;

/// Whatever a model does wrong: the conversation is told, once, and nothing is left open.
class ModelFailuresTest {

  private static final String HUGE = "x".repeat(70_000);

  static Stream<Arguments> badServers() {
    return Stream.of(
        bad("500", FailureReason.UNREACHABLE, e -> e.refuse(500, "")),
        bad("hangs up without an answer", FailureReason.UNREACHABLE, e -> e.hangUp()),
        bad("401", FailureReason.REFUSED, e -> e.refuse(401, "")),
        bad("404, no such model", FailureReason.REFUSED, e -> e.refuse(404, "")),
        bad("redirect", FailureReason.REFUSED, e -> e.refuse(302, "Location: /x\r\n")),
        bad("429", FailureReason.RATE_LIMITED, e -> e.refuse(429, "Retry-After: 20\r\n")),
        bad("JSON", FailureReason.NONSENSE, e -> e.body(200, "application/json", "{}")),
        bad("a web page", FailureReason.NONSENSE, e -> e.body(200, "text/html", "<html>")),
        bad("no JSON", FailureReason.NONSENSE, e -> e.open().event("hello").waitForHangUp()),
        bad("half JSON", FailureReason.NONSENSE, e -> e.open().event("{\"a").waitForHangUp()),
        bad("other JSON", FailureReason.NONSENSE, e -> e.open().event("{\"a\":1}").end()),
        bad(
            "text that is none",
            FailureReason.NONSENSE,
            e -> e.open().event("{\"choices\":[{\"delta\":{\"content\":[]}}]}").end()),
        bad("a huge line", FailureReason.NONSENSE, e -> e.open().event(HUGE).waitForHangUp()),
        bad("nothing said", FailureReason.NONSENSE, e -> e.open().done()),
        bad("only spaces", FailureReason.NONSENSE, e -> e.open().says(" ", "\n\n").done()),
        bad("ends without an end", FailureReason.UNREACHABLE, e -> e.open().hangUp()),
        bad(
            "a fault in the stream",
            FailureReason.UNREACHABLE,
            e -> e.open().event("{\"error\":{\"message\":\"overloaded\"}}").end()),
        bad("no answer", FailureReason.NO_ANSWER, e -> e.open().says("NO ", "ANSWER").done()),
        bad(
            "filtered",
            FailureReason.REFUSED,
            e -> e.open().says("Well").event(Chunks.finish("content_filter")).end()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badServers")
  void aBadServerIsAFailureThatSaysWhich(
      String name, FailureReason expected, ModelServer.Reply reply) throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      harness.server.then(reply);
      Generation generation = harness.ask();

      Answer.Failed failed = assertInstanceOf(Answer.Failed.class, harness.heard.answer(), name);

      assertEquals(expected, failed.reason(), failed.detail());
      assertEquals(List.of(), failed.said());
      assertGone(harness, generation);
    }
  }

  @Test
  void nobodyAtTheAddressIsUnreachable() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      harness.server.close();

      assertEquals(FailureReason.UNREACHABLE, failed(harness.answer()).reason());
    }
  }

  @Test
  void withoutAFirstTokenItIsGivenUpAtTheFirstDeadline() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      CountDownLatch closed = new CountDownLatch(1);
      harness.server.then(e -> {
        e.waitForHangUp();
        closed.countDown();
      });
      Generation generation = harness.ask();
      harness.server.request();
      harness.deadlines.pass(AnsweringHarness.FIRST_TOKEN);

      Answer.Failed failed = failed(harness.heard.answer());

      assertEquals(FailureReason.TIMED_OUT, failed.reason());
      assertEquals("no first token", failed.detail());
      assertTrue(closed.await(10, TimeUnit.SECONDS), "a connection is left");
      assertGone(harness, generation);
    }
  }

  @Test
  void tokensWithoutASentenceAreGivenUpAtTheSecondDeadline() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      CountDownLatch closed = new CountDownLatch(1);
      harness.server.then(e -> {
        e.open().says("Well, on the one hand");
        e.waitForHangUp();
        closed.countDown();
      });
      Generation generation = harness.ask();
      harness.deadlines.waitUntilAsked(AnsweringHarness.STALL);
      harness.deadlines.pass(AnsweringHarness.FIRST_SENTENCE);

      Answer.Failed failed = failed(harness.heard.answer());
      assertEquals(FailureReason.TIMED_OUT, failed.reason());
      assertEquals("no first sentence", failed.detail());
      assertTrue(closed.await(10, TimeUnit.SECONDS), "a connection is left");
      assertGone(harness, generation);
    }
  }

  @Test
  void aStreamThatStallsEndsWithWhatWasSaid() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      harness.server.then(e -> {
        e.open().says("At ten. ", "And");
        e.waitForHangUp();
      });
      Generation generation = harness.ask();
      assertEquals("At ten.", harness.heard.sentence());
      harness.deadlines.pass(AnsweringHarness.STALL);

      Answer.Failed failed = failed(harness.heard.answer());

      assertEquals(FailureReason.TIMED_OUT, failed.reason());
      assertEquals(List.of("At ten."), Heard.words(failed.said()));
      assertGone(harness, generation);
    }
  }

  @Test
  void aStreamBrokenInTheMiddleEndsWithWhatWasSaid() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness(3, 60, DraftCheck.none())) {
      CountDownLatch heard = new CountDownLatch(1);
      harness.server.then(e -> {
        e.open().says("At ten. ", "And on");
        heard.await();
        e.hangUp();
      });
      harness.ask();
      assertEquals("At ten.", harness.heard.sentence());
      heard.countDown();

      Answer.Failed failed = failed(harness.heard.answer());

      assertEquals(FailureReason.UNREACHABLE, failed.reason());
      assertEquals(List.of("At ten."), Heard.words(failed.said()));
      harness.server.request();
      assertEquals(0, harness.server.requestsLeft(), "asked again after words had come");
    }
  }

  @Test
  void argumentsThatAreBadTwiceAreGivenUp() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      harness
          .server
          .then(e -> AnsweringTest.callTool(e, "start_order-status", "{\"days\": \"three\"}"))
          .then(e -> AnsweringTest.callTool(e, "delete_everything", "{}"));

      assertEquals(FailureReason.NONSENSE, failed(harness.answer()).reason());
    }
  }

  @Test
  void aSentenceThatFailsTheCheckIsNotSaid() throws InterruptedException {
    DraftCheck check =
        (sentence, before, inquiry) ->
            sentence.words().text().contains("99")
                ? Optional.of("number-from-nowhere")
                : Optional.empty();
    try (AnsweringHarness harness = new AnsweringHarness(1, 60, check)) {
      harness.server.then(e -> e.open().says("At ten. It costs 99 euros. Bye.").waitForHangUp());
      Generation generation = harness.ask();

      Answer.Failed failed = failed(harness.heard.answer());

      assertEquals(FailureReason.CHECK_FAILED, failed.reason());
      assertEquals("number-from-nowhere", failed.detail());
      assertEquals(List.of("At ten."), Heard.words(failed.said()));
      assertGone(harness, generation);
    }
  }

  @Test
  void wordsOfModelAndCustomerStandInNoDetail() throws InterruptedException {
    try (AnsweringHarness harness = new AnsweringHarness()) {
      harness.server.then(e -> {
        e.open().bytes("data: {\"secret words\n\n".getBytes(StandardCharsets.UTF_8));
        e.waitForHangUp();
      });

      String text = harness.answer().toString();

      assertTrue(!text.contains("secret") && !text.contains("sundays"), text);
    }
  }

  private static Answer.Failed failed(Answer answer) {
    return assertInstanceOf(Answer.Failed.class, answer);
  }

  static void assertGone(AnsweringHarness harness, Generation generation)
      throws InterruptedException {
    assertTrue(generation.gone(Duration.ofSeconds(10)), "a thread is left");
    assertEquals(0, harness.deadlines.pending(), "a deadline is left");
    assertTrue(harness.heard.nothingMore(), "more was heard after the end");
  }

  private static Arguments bad(String name, FailureReason reason, ModelServer.Reply reply) {
    return arguments(name, reason, reply);
  }
}
