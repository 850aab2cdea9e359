package parley.dialogue.ending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.config.Settings;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conclusion.FollowUp;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.files.Problems;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.prompts.PromptFile;
import parley.dialogue.prompts.Prompts;

/// What Parley makes of a call that is over, from its log alone.
class LogSummarizerTest {

  static final Path HOME = Path.of(System.getProperty("parley.home", ".."));
  static final Settings.FollowUp WITHIN =
      new Settings.FollowUp(Duration.ofHours(4), Duration.ofHours(24), Duration.ofHours(24));

  private static final Prompts PROMPTS = prompts();

  private final LogSummarizer summarizer = summarizer();

  static LogSummarizer summarizer() {
    return new LogSummarizer(_ -> PROMPTS, WITHIN);
  }

  private static Prompts prompts() {
    Problems problems = new Problems();
    Prompts prompts = PromptFile.read(HOME, HOME.resolve("config/prompts/en.yaml"), problems);
    problems.throwIfAny();
    return prompts;
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        arguments(
            "answered, then thanks",
            new Calls()
                .customer("uh when are you open tomorrow", "opening-hours")
                .parley("We are open from nine.", "opening-hours")
                .customer("thanks", "thanks"),
            Outcome.COMPLETED,
            Disposition.ANSWERED,
            List.of()),
        arguments(
            "answered, and hung up without a word",
            new Calls()
                .customer("where do i send it back to", "returns")
                .parley("To the address on the label.", "returns"),
            Outcome.CALLER_HUNG_UP,
            Disposition.ANSWERED,
            List.of()),
        arguments(
            "said twice, understood the second time",
            new Calls()
                .customer("the thing the the other one", "not-understood")
                .parley("Sorry?")
                .customer("i forgot my password", "forgot-password")
                .parley("Press forgot.", "forgot-password"),
            Outcome.COMPLETED,
            Disposition.ANSWERED,
            List.of()),
        arguments(
            "a number that is not at hand is no matter of its own",
            new Calls()
                .customer("how do i claim a refund", "refund")
                .parley("With the form.", "refund")
                .customer("i do not have a number", "lacking"),
            Outcome.COMPLETED,
            Disposition.ANSWERED,
            List.of()),
        arguments(
            "never understood",
            new Calls()
                .customer("my toaster talks to me at night", "not-understood")
                .parley("Sorry?")
                .customer("never mind bye", "goodbye"),
            Outcome.COMPLETED,
            Disposition.NOT_ANSWERED,
            List.of(FollowUp.Kind.ANSWER)),
        arguments(
            "hung up before the answer",
            new Calls().customer("can i change my delivery address", "change-address?"),
            Outcome.CALLER_HUNG_UP,
            Disposition.ABANDONED,
            List.of(FollowUp.Kind.ANSWER)),
        arguments(
            "hung up during the greeting",
            new Calls().parley("Hello."),
            Outcome.CALLER_HUNG_UP,
            Disposition.ABANDONED,
            List.of()),
        arguments(
            "hung up while a person was fetched",
            new Calls()
                .customer("when are you open", "opening-hours")
                .parley("From nine.", "opening-hours")
                .customer("let me talk to somebody", "person"),
            Outcome.CALLER_HUNG_UP,
            Disposition.ABANDONED,
            List.of()),
        arguments(
            "a flow that its service answered",
            new Calls()
                .customer("where is my order", "flow-order-status")
                .parley("What is its number?")
                .customer("four seven one one", "told")
                .service("orders", "found")
                .parley("It is on its way."),
            Outcome.COMPLETED,
            Disposition.ANSWERED,
            List.of()),
        arguments(
            "a flow whose service failed",
            new Calls()
                .customer("where is my order", "flow-order-status")
                .parley("What is its number?")
                .customer("four seven one one", "told")
                .service("orders", "failed")
                .parley("I am sorry, our system does not answer me right now.")
                .customer("no thanks", "no"),
            Outcome.COMPLETED,
            Disposition.NOT_ANSWERED,
            List.of(FollowUp.Kind.REPAIR, FollowUp.Kind.ANSWER)),
        arguments(
            "a service that failed once and then answered",
            new Calls()
                .customer("where is my order", "flow-order-status")
                .service("orders", "failed")
                .customer("where is my order", "flow-order-status")
                .service("orders", "found")
                .parley("It is on its way."),
            Outcome.COMPLETED,
            Disposition.ANSWERED,
            List.of()),
        arguments(
            "a call back",
            new Calls()
                .customer("i want to talk to a person about my invoice", "person")
                .promised("+4930123456", "The caller said: about my invoice"),
            Outcome.CALLBACK_PROMISED,
            Disposition.CALLBACK_PROMISED,
            List.of(FollowUp.Kind.CALL_BACK)),
        arguments(
            "nobody came, no call back wanted",
            new Calls().customer("a person please it is about a double charge", "person"),
            Outcome.UNANSWERED,
            Disposition.NOBODY_REACHED,
            List.of(FollowUp.Kind.ANSWER)),
        arguments(
            "handed over by a rule",
            new Calls().rule("somebody used my card", "stolen-card", "fraud"),
            Outcome.TRANSFERRED,
            Disposition.HANDED_OVER,
            List.of()),
        arguments(
            "silence",
            new Calls().parley("Hello."),
            Outcome.SILENT,
            Disposition.NOTHING_ASKED,
            List.of()),
        arguments(
            "cut off",
            new Calls().customer("where is my parcel", "parcel"),
            Outcome.FAILED,
            Disposition.FAILED,
            List.of(FollowUp.Kind.REPAIR)),
        arguments("no room", new Calls(), Outcome.REFUSED_BUSY, Disposition.FAILED, List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void aCallIsConcluded(
      String name,
      Calls call,
      Outcome outcome,
      Disposition expected,
      List<FollowUp.Kind> followUps) {
    Conclusion conclusion = summarizer.conclude(call.ended(outcome));

    assertEquals(expected, conclusion.disposition(), name);
    assertEquals(followUps, conclusion.followUps().stream().map(FollowUp::kind).toList(), name);
    assertEquals(Conclusion.Author.PARLEY, conclusion.author());
    assertFalse(conclusion.summary().isEmpty());
  }

  @Test
  void aThreadOfMailEndsInOtherWordsThanACall() {
    Calls thread = new Calls().customer("do you sell kites", "not-understood");

    assertEquals(
        "The customer said: do you sell kites. What was said last was not answered."
            + " Nothing more was written.",
        summarizer.conclude(thread.quiet(Outcome.COMPLETED)).summary().text());
    Conclusion waiting = summarizer.conclude(thread.quiet(Outcome.UNANSWERED));
    assertTrue(
        waiting.summary().text().endsWith("It was passed on to a person, who has not written yet."),
        waiting.summary().text());
    assertEquals(Disposition.NOBODY_REACHED, waiting.disposition());
    assertEquals(FollowUp.Kind.ANSWER, waiting.followUps().getFirst().kind());
  }

  @Test
  void whatIsLeftIsDueAfterThePromiseAndAfterTheEnd() {
    CallDetail promised =
        new Calls().promised("+4930123456", "about my invoice").ended(Outcome.CALLBACK_PROMISED);
    CallDetail open =
        new Calls().customer("do you sell kites", "not-understood").ended(Outcome.COMPLETED);

    assertEquals(
        promised.callbacks().getFirst().at().plus(Duration.ofHours(4)),
        summarizer.conclude(promised).followUps().getFirst().due());
    assertEquals(
        Calls.START.plusSeconds(60).plus(Duration.ofHours(24)),
        summarizer.conclude(open).followUps().getFirst().due());
  }

  @Test
  void theSummarySaysWhatWasAskedAndHowItEnded() {
    Conclusion conclusion =
        summarizer.conclude(
            new Calls()
                .customer("where is my order", "flow-order-status")
                .service("orders", "failed")
                .ended(Outcome.CALLER_HUNG_UP));

    assertEquals(
        "The customer said: where is my order. What was said last was not answered. The service"
            + " orders failed while the customer waited. The customer hung up.",
        conclusion.summary().text());
    assertEquals("where is my order", conclusion.topic().text());
  }

  @Test
  void personalDataIsInNoPartOfIt() {
    Conclusion conclusion =
        summarizer.conclude(
            new Calls()
                .customer(
                    "my name is Priya Raghunathan my card 4111 1111 1111 1111 was charged twice",
                    "not-understood")
                .promised("+491709988776", "call Priya Raghunathan, priya.r@example.org")
                .ended(Outcome.CALLBACK_PROMISED));

    String all =
        conclusion.summary().text()
            + conclusion.topic().text()
            + conclusion.followUps().stream().map(open -> open.what().text()).toList();
    for (String personal : List.of("Priya", "4111", "example.org", "99887")) {
      assertFalse(all.contains(personal), all);
    }
    assertTrue(all.contains("charged twice"), all);
  }
}
