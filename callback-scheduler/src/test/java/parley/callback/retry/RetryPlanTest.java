package parley.callback.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.window.BerlinDesk;
import parley.config.CallbackSettings.Failure;
import parley.config.CallbackSettings.Retries;
import parley.config.CallbackSettings.Retry;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;

/// A desk in Berlin that works from eight to eight every day.
class RetryPlanTest {

  private static final Instant TEN = Instant.parse("2026-11-26T09:00:00Z");

  private static RetryPlan plan(String barred) {
    Map<Failure, Retry> each = new EnumMap<>(Failure.class);
    for (Failure failure : Failure.values()) {
      each.put(failure, new Retry(4, Duration.ofMinutes(10)));
    }
    each.put(Failure.BUSY, new Retry(3, Duration.ofMinutes(5)));
    each.put(Failure.NUMBER_REFUSED, new Retry(1, Duration.ofHours(1)));
    each.put(Failure.MESSAGE_LEFT, new Retry(2, Duration.ofHours(12)));
    return new RetryPlan(
        new Retries(each, 3, Duration.ofHours(1), 5),
        BerlinDesk.calleesBut(barred),
        BerlinDesk.works(8, 20),
        Duration.ofDays(30));
  }

  private static Callback callback(String number, int attempts, Optional<CallbackWindow> window) {
    return new Callback(
        new UUID(0, 1),
        Callback.Origin.CALL,
        Optional.empty(),
        new PhoneNumber(number),
        "a question",
        "",
        "en",
        window,
        Callback.Order.CUSTOMER_FIRST,
        attempts,
        CallbackState.DIALLING);
  }

  private static String next(int attempts, AttemptOutcome outcome, Instant now) {
    Callback callback = callback("+4989555019", attempts, Optional.empty());
    return plan("").next(callback, outcome, now).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1, KEPT, Kept[]",
    "1, BUSY, Next[at=2026-11-26T09:05:00Z]",
    "2, BUSY, Next[at=2026-11-26T09:15:00Z]",
    "3, BUSY, GiveUp[]",
    "1, NO_ANSWER, Next[at=2026-11-26T09:10:00Z]",
    "3, NO_ANSWER, Next[at=2026-11-26T10:00:00Z]",
    "4, NO_ANSWER, GiveUp[]",
    "1, MACHINE, Next[at=2026-11-26T09:10:00Z]",
    "1, MESSAGE_LEFT, Next[at=2026-11-27T07:00:00Z]",
    "1, OTHER_PERSON, Next[at=2026-11-26T09:10:00Z]",
    "1, NUMBER_REFUSED, AskPerson[]",
    "1, CONGESTION, Next[at=2026-11-26T09:10:00Z]",
    "4, CONGESTION, AskPerson[]",
    "4, NO_AGENT, AskPerson[]",
    "4, BROKEN_OFF, AskPerson[]",
    "4, NOT_DIALLED, AskPerson[]"
  })
  void eachOutcomeHasCallsAndGrowingPausesOfItsOwn(
      int attempts, AttemptOutcome outcome, String expected) {
    assertEquals(expected, next(attempts, outcome, TEN));
  }

  @Test
  void aRetryWaitsForTheNextMorning() {
    assertEquals(
        "Next[at=2026-11-27T07:00:00Z]",
        next(1, AttemptOutcome.BUSY, Instant.parse("2026-11-26T18:52:00Z")));
  }

  @Test
  void otherOutcomesCountOnlyForTheLimitOfAll() {
    Callback callback = callback("+4989555019", 4, Optional.empty());
    List<AttemptOutcome> mixed =
        List.of(
            AttemptOutcome.CONGESTION,
            AttemptOutcome.CONGESTION,
            AttemptOutcome.NO_ANSWER,
            AttemptOutcome.BUSY);

    assertEquals("Next[at=2026-11-26T09:05:00Z]", plan("").next(callback, mixed, TEN).toString());
    List<AttemptOutcome> more = new java.util.ArrayList<>(mixed);
    more.add(AttemptOutcome.BUSY);
    assertEquals("GiveUp[]", plan("").next(callback, more, TEN).toString());
  }

  @Test
  void nobodyIsCalledAgainBeforeTheWindowThatWasPromised() {
    CallbackWindow promised =
        new CallbackWindow(TEN.plusSeconds(7200), TEN.plusSeconds(9000), BerlinDesk.BERLIN);
    Callback callback = callback("+4989555019", 1, Optional.of(promised));

    assertEquals(
        "Next[at=2026-11-26T11:00:00Z]",
        plan("").next(callback, AttemptOutcome.BUSY, TEN).toString());
  }

  @Test
  void whoHasComeOnTheListIsForAPerson() {
    Callback callback = callback("+4989555019", 1, Optional.empty());

    assertEquals(
        "AskPerson[]", plan("+4989555019").next(callback, AttemptOutcome.BUSY, TEN).toString());
  }

  @Test
  void whoAskedInThisCallNotToBeCalledIsLeftInPeace() {
    Callback callback = callback("+4989555019", 1, Optional.empty());

    assertEquals(
        "Unwanted[]",
        plan("+4989555019").next(callback, AttemptOutcome.OTHER_PERSON, TEN).toString());
  }

  @Test
  void aNumberWithoutAZoneIsForAPerson() {
    Callback callback = callback("+80012345678", 1, Optional.empty());

    assertEquals("AskPerson[]", plan("").next(callback, AttemptOutcome.BUSY, TEN).toString());
  }
}
