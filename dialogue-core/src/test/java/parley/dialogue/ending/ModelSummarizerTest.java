package parley.dialogue.ending;

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
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.llm.Answering;
import parley.dialogue.llm.LocalModel;
import parley.dialogue.llm.chat.ModelServer;
import parley.dialogue.log.CallLog.CallDetail;

/// A language model concludes, over its real protocol; what it gets wrong, Parley does alone.
class ModelSummarizerTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final ModelServer server = new ModelServer();
  private final Answering answering = answering(TIMEOUT);
  private final ModelSummarizer summarizer =
      new ModelSummarizer(answering.scribe(), LogSummarizerTest.summarizer());

  private Answering answering(Duration timeout) {
    return LocalModel.at(server, "Blue Harbour Travel", timeout);
  }

  @AfterEach
  void close() {
    answering.close();
    server.close();
  }

  private static CallDetail call() {
    return new Calls()
        .customer("hi i am Priya Raghunathan do you repair kettles", "not-understood")
        .parley("Sorry, could you say that once more?")
        .customer("my kettle is two weeks old and it leaks", "not-understood")
        .parley("I am still not sure what you mean.")
        .customer("forget it bye", "goodbye")
        .ended(Outcome.COMPLETED);
  }

  private static String note(String summary, String disposition, boolean resolved, String tasks) {
    return "{\"summary\": \"%s\", \"disposition\": \"%s\", \"resolved\": %s, \"follow_ups\": [%s]}"
        .formatted(summary, disposition, resolved, tasks);
  }

  private Conclusion conclude(String said) throws InterruptedException {
    server.then(exchange -> exchange.open().says(said).done());
    return summarizer.conclude(call());
  }

  @Test
  void itsNoteIsKept() throws InterruptedException {
    Conclusion conclusion =
        conclude(
            note(
                "The customer has a kettle that is two weeks old and leaks. Parley did not understand.",
                "NOT_ANSWERED",
                false,
                "\"Tell the customer whether the kettle is repaired.\""));

    assertEquals(Conclusion.Author.LANGUAGE_MODEL, conclusion.author());
    assertEquals(Disposition.NOT_ANSWERED, conclusion.disposition());
    assertFalse(conclusion.resolved());
    assertEquals(
        List.of("Tell the customer whether the kettle is repaired."),
        conclusion.followUps().stream().map(open -> open.what().text()).toList());
    String sent = server.request().body();
    assertTrue(sent.contains("my kettle is two weeks old"), sent);
    assertFalse(sent.contains("Priya"), sent);
  }

  @Test
  void itIsToldWhetherItReadsACallOrMails() throws InterruptedException {
    Calls calls = new Calls().customer("do you sell kites", "not-understood");

    assertOwn(summarizer.conclude(calls.ended(Outcome.COMPLETED)));
    assertTrue(server.request().body().contains("a conversation by telephone between"));
    assertOwn(summarizer.conclude(calls.quiet(Outcome.COMPLETED)));
    assertTrue(server.request().body().contains("a conversation by mail between"));
  }

  static Stream<Arguments> badNotes() {
    return Stream.of(
        arguments("no JSON", "The customer asked about a kettle."),
        arguments("other JSON", "{\"note\": 1}"),
        arguments("more than JSON", note("A leak.", "NOT_ANSWERED", false, "") + " Bye"),
        arguments("a number from nowhere", note("It cost 99 euros.", "NOT_ANSWERED", false, "")),
        arguments(
            "a task from nowhere", note("A leak.", "NOT_ANSWERED", false, "\"Refund 99 euros.\"")),
        arguments("a disposition of its own", note("A leak.", "DELIGHTED", false, "")),
        arguments("one that the log disproves", note("A leak.", "HANDED_OVER", false, "")),
        arguments("a contradiction", note("A leak.", "ANSWERED", false, "")),
        arguments("resolved, but not", note("A leak.", "ANSWERED", true, "\"Repair it.\"")),
        arguments("far too long", note("leak ".repeat(200), "NOT_ANSWERED", false, "")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badNotes")
  void aBadNoteIsReplaced(String name, String note) throws InterruptedException {
    assertOwn(conclude(note));
  }

  private static void assertOwn(Conclusion conclusion) {
    assertEquals(Conclusion.Author.PARLEY, conclusion.author());
    assertEquals(Disposition.NOT_ANSWERED, conclusion.disposition());
    assertEquals(
        List.of(FollowUp.Kind.ANSWER),
        conclusion.followUps().stream().map(FollowUp::kind).toList());
  }

  @Test
  void aModelThatFailsIsReplaced() throws InterruptedException {
    server.then(exchange -> exchange.refuse(500, ""));

    assertOwn(summarizer.conclude(call()));
  }

  @Test
  void aModelThatIsTooSlowIsReplaced() throws InterruptedException {
    server.then(exchange -> {
      exchange.open().says("{");
      exchange.waitForHangUp();
    });
    try (Answering hasty = answering(Duration.ofMillis(100))) {
      assertOwn(
          new ModelSummarizer(hasty.scribe(), LogSummarizerTest.summarizer()).conclude(call()));
    }
  }

  @Test
  void whatTheLogProvesStays() throws InterruptedException {
    CallDetail promised =
        new Calls()
            .customer("my kettle leaks", "not-understood")
            .service("orders", "failed")
            .promised("+4930123456", "kettle")
            .ended(Outcome.CALLBACK_PROMISED);
    server.then(exchange ->
        exchange.open().says(note("The kettle leaks.", "CALLBACK_PROMISED", false, "")).done());

    Conclusion conclusion = summarizer.conclude(promised);

    assertEquals(Conclusion.Author.LANGUAGE_MODEL, conclusion.author());
    assertEquals(
        List.of(FollowUp.Kind.CALL_BACK, FollowUp.Kind.REPAIR),
        conclusion.followUps().stream().map(FollowUp::kind).toList());
  }

  @Test
  void aCallInWhichNothingWasSaidIsNotWorthARequest() throws InterruptedException {
    Conclusion conclusion =
        summarizer.conclude(new Calls().parley("Hello.").ended(Outcome.CALLER_HUNG_UP));

    assertEquals(Conclusion.Author.PARLEY, conclusion.author());
    assertEquals(0, server.requestsLeft());
  }

  @Test
  void ofALongCallBeginningAndEndAreSent() throws InterruptedException {
    Calls calls = new Calls().customer("my kettle leaks", "not-understood");
    for (int i = 0; i < 100; i++) {
      calls.customer("and then this happened and that happened as well", "not-understood");
    }
    calls.customer("so good night", "not-understood");
    server.then(exchange -> exchange.refuse(500, ""));

    assertEquals(
        Conclusion.Author.PARLEY, summarizer.conclude(calls.ended(Outcome.COMPLETED)).author());

    String sent = server.request().body();
    assertTrue(sent.contains("kettle leaks") && sent.contains("so good night"), sent);
    assertTrue(sent.length() < 6_000, () -> sent.length() + " characters");
  }
}
