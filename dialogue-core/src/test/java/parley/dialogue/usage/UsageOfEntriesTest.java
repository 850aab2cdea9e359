package parley.dialogue.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.call.CallId;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.ending.Calls;
import parley.dialogue.log.CallLog.CallDetail;

/// What conversations tell of the answers in them.
class UsageOfEntriesTest {

  private static Calls answered() {
    return new Calls()
        .customer("how late are you there", "opening-hours")
        .parley("Until eight.", "opening-hours");
  }

  private static Exchange exchange(Calls calls, @Nullable Disposition disposition) {
    CallDetail detail = calls.ended(Outcome.COMPLETED);
    return new Exchange(
        detail.call().id(),
        detail.turns(),
        disposition == null ? null : new Exchange.Ending(disposition, disposition.resolved()));
  }

  private static Usage usage(Calls calls, @Nullable Disposition disposition) {
    UsageTally tally = new UsageTally(List.of());
    tally.add(exchange(calls, disposition));
    return tally.of("opening-hours");
  }

  private static Arguments course(String what, Calls calls, Disposition ended, Verdict verdict) {
    return Arguments.of(what, calls, ended, verdict);
  }

  static Stream<Arguments> courses() {
    return Stream.of(
        course(
            "thanks, whatever came later",
            answered().customer("that helped thank you", "thanks").customer("a person", "person"),
            Disposition.HANDED_OVER,
            Verdict.HELPED),
        course(
            "left content",
            answered().customer("bye then", "goodbye"),
            Disposition.ANSWERED,
            Verdict.HELPED),
        course(
            "nothing else",
            answered().customer("no", "no").customer("bye", "goodbye"),
            Disposition.ANSWERED,
            Verdict.HELPED),
        course(
            "asked again",
            answered().customer("i mean how late are you there", "opening-hours"),
            Disposition.ANSWERED,
            Verdict.FAILED),
        course(
            "asked again, less clearly",
            answered().customer("when do you close", "opening-hours?"),
            Disposition.ANSWERED,
            Verdict.FAILED),
        course(
            "no, and then what was meant",
            answered().customer("no", "no").customer("are you open on sunday", "weekend-hours"),
            Disposition.ANSWERED,
            Verdict.FAILED),
        course(
            "a person instead",
            answered().customer("hm", "backchannel").customer("let me talk to somebody", "person"),
            Disposition.HANDED_OVER,
            Verdict.FAILED),
        course(
            "a rule brought a person",
            answered().rule("useless", "not-understood", "anger"),
            Disposition.HANDED_OVER,
            Verdict.FAILED),
        course("handed over without a word", answered(), Disposition.HANDED_OVER, Verdict.FAILED),
        course(
            "another matter that went wrong",
            answered().customer("where is my parcel", "where-is-order").customer("agent", "person"),
            Disposition.HANDED_OVER,
            Verdict.UNKNOWN),
        course(
            "another matter that went well",
            answered().customer("where is my parcel", "flow-order-status"),
            Disposition.ANSWERED,
            Verdict.HELPED),
        course(
            "faster, and then thanks",
            answered().customer("could you talk faster", "faster").customer("thanks", "thanks"),
            Disposition.NOT_ANSWERED,
            Verdict.HELPED),
        course(
            "a number that is not at hand, and then the same question",
            answered()
                .customer("i do not have one", "lacking")
                .customer("so how late are you there", "opening-hours"),
            Disposition.ANSWERED,
            Verdict.FAILED),
        course(
            "not understood in the end",
            answered().customer("the thing with the wheel", "not-understood"),
            Disposition.NOT_ANSWERED,
            Verdict.UNKNOWN),
        Arguments.of("not over yet", answered(), null, Verdict.UNKNOWN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("courses")
  void theFirstThingThatTellsAnythingDecides(
      String what, Calls calls, @Nullable Disposition disposition, Verdict verdict) {
    Usage usage = usage(calls, disposition);
    assertEquals(1, usage.count(), what);
    assertEquals(verdict == Verdict.HELPED ? 1 : 0, usage.helped(), what);
    assertEquals(verdict == Verdict.FAILED ? 1 : 0, usage.failed(), what);
  }

  @Test
  void anEntryThatWasNeverUsedHasNoRate() {
    Usage usage = new UsageTally(List.of()).of("opening-hours");
    assertEquals(0, usage.count());
    assertEquals(OptionalDouble.empty(), usage.successRate());
    assertNull(usage.lastUsed());
    assertFalse(usage.weak());
  }

  @Test
  void anAnswerThatIsSaidAgainIsOneUse() {
    Calls calls =
        answered().customer("uh", "not-understood").parley("As I was saying.", "opening-hours");
    Usage usage = usage(calls.customer("thanks", "thanks"), Disposition.ANSWERED);
    assertEquals(1, usage.count());
    assertEquals(1, usage.helped());
    assertEquals(Calls.START.plusSeconds(4), usage.lastUsed());
  }

  @Test
  void anAnswerOfWhichNothingWasHeardIsNoUse() {
    Calls calls =
        new Calls().customer("how late are you there", "opening-hours").parley("", "opening-hours");
    assertEquals(0, usage(calls, Disposition.ABANDONED).count());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatAPersonSaysOfACallStandsOverWhatItsTurnsTell(boolean good) {
    Exchange exchange = exchange(answered().customer("thanks", "thanks"), Disposition.ANSWERED);
    UsageTally tally =
        new UsageTally(List.of(feedback(!good, exchange.call()), feedback(good, exchange.call())));
    tally.add(exchange);
    assertEquals(1, tally.of("opening-hours").count());
    assertEquals(good ? 1 : 0, tally.of("opening-hours").helped());
    assertEquals(1, tally.of("opening-hours").judged());
  }

  @Test
  void whatAPersonSaysOfTheEntryAsSuchIsJudgedAndNoUse() {
    UsageTally tally = new UsageTally(List.of(feedback(false, null)));
    assertEquals(0, tally.of("opening-hours").count());
    assertEquals(OptionalDouble.of(0), tally.of("opening-hours").successRate());
  }

  @Test
  void whatIsUsedOftenAndHelpsSeldomIsWeak() {
    UsageTally tally = new UsageTally(List.of());
    for (int i = 0; i < 5; i++) {
      assertFalse(tally.of("opening-hours").weak());
      String next = i < 2 ? "thanks" : "person";
      tally.add(exchange(answered().customer("and", next), Disposition.HANDED_OVER));
    }
    assertTrue(tally.of("opening-hours").weak());
    assertEquals(0.4, tally.of("opening-hours").successRate().orElseThrow());
  }

  private static Feedback feedback(boolean good, @Nullable CallId call) {
    return new Feedback(UUID.randomUUID(), Calls.START, "opening-hours", good, call, "ann");
  }
}
