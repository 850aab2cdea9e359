package parley.callback.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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
class GrowingRetriesTest {

  private static final Instant TEN = Instant.parse("2026-11-26T09:00:00Z");

  private static GrowingRetries plan(String barred) {
    Map<Failure, Retry> each = new EnumMap<>(Failure.class);
    for (Failure failure : Failure.values()) {
      each.put(failure, new Retry(4, Duration.ofMinutes(10)));
    }
    each.put(Failure.BUSY, new Retry(3, Duration.ofMinutes(5)));
    each.put(Failure.NUMBER_REFUSED, new Retry(1, Duration.ofHours(1)));
    each.put(Failure.MESSAGE_LEFT, new Retry(2, Duration.ofHours(12)));
    return new GrowingRetries(
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

  /// As if all calls so far had ended alike.
  private static String next(
      GrowingRetries plan, Callback callback, AttemptOutcome outcome, Instant now) {
    return plan.next(callback, Collections.nCopies(callback.attempts(), outcome), now).toString();
  }

  private static String next(int attempts, AttemptOutcome outcome, Instant now) {
    Callback callback = callback("+4989555019", attempts, Optional.empty());
    return next(plan(""), callback, outcome, now);
  }

  private static String after(AttemptOutcome... outcomes) {
    Callback callback = callback("+4989555019", 0, Optional.empty());
    return plan("").next(callback, List.of(outcomes), TEN).toString();
  }

  @Test
  void agentsWhoDoNotTakeItCostNoCallAndThePausesGrow() {
    AttemptOutcome none = AttemptOutcome.NO_TAKER;
    AttemptOutcome silent = AttemptOutcome.NO_ANSWER;
    assertEquals("Again[at=2026-11-26T09:10:00Z]", after(none));
    assertEquals("Again[at=2026-11-26T09:30:00Z]", after(none, none));
    assertEquals("Again[at=2026-11-26T09:30:00Z]", after(none, none, none, none, none, none, none));
    assertEquals("Again[at=2026-11-26T09:10:00Z]", after(none, none, silent, none));
    assertEquals("Again[at=2026-11-26T09:10:00Z]", after(none, none, none, none, none, silent));
  }

  @ParameterizedTest
  @CsvSource({
    "1, KEPT, Kept[]",
    "1, BUSY, Again[at=2026-11-26T09:05:00Z]",
    "2, BUSY, Again[at=2026-11-26T09:15:00Z]",
    "3, BUSY, GivenUp[why=tried as often as callbacks.retry allows]",
    "1, NO_ANSWER, Again[at=2026-11-26T09:10:00Z]",
    "3, NO_ANSWER, Again[at=2026-11-26T10:00:00Z]",
    "4, NO_ANSWER, GivenUp[why=tried as often as callbacks.retry allows]",
    "1, MACHINE, Again[at=2026-11-26T09:10:00Z]",
    "1, MESSAGE_LEFT, Again[at=2026-11-27T07:00:00Z]",
    "1, OTHER_PERSON, Again[at=2026-11-26T09:10:00Z]",
    "1, NUMBER_REFUSED, AskPerson[why=Parley cannot keep it by itself]",
    "1, CONGESTION, Again[at=2026-11-26T09:10:00Z]",
    "4, CONGESTION, AskPerson[why=Parley cannot keep it by itself]",
    "4, NO_AGENT, AskPerson[why=Parley cannot keep it by itself]",
    "4, BROKEN_OFF, AskPerson[why=Parley cannot keep it by itself]",
    "4, NOT_DIALLED, AskPerson[why=Parley cannot keep it by itself]"
  })
  void eachOutcomeHasCallsAndGrowingPausesOfItsOwn(
      int attempts, AttemptOutcome outcome, String expected) {
    assertEquals(expected, next(attempts, outcome, TEN));
  }

  @Test
  void aRetryWaitsForTheNextMorning() {
    assertEquals(
        "Again[at=2026-11-27T07:00:00Z]",
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

    assertEquals("Again[at=2026-11-26T09:05:00Z]", plan("").next(callback, mixed, TEN).toString());
    List<AttemptOutcome> more = new java.util.ArrayList<>(mixed);
    more.add(AttemptOutcome.BUSY);
    assertEquals(
        "GivenUp[why=tried as often as callbacks.retry allows]",
        plan("").next(callback, more, TEN).toString());
  }

  @Test
  void nobodyIsCalledAgainBeforeTheWindowThatWasPromised() {
    CallbackWindow promised =
        new CallbackWindow(TEN.plusSeconds(7200), TEN.plusSeconds(9000), BerlinDesk.BERLIN);
    Callback callback = callback("+4989555019", 1, Optional.of(promised));

    assertEquals(
        "Again[at=2026-11-26T11:00:00Z]", next(plan(""), callback, AttemptOutcome.BUSY, TEN));
  }

  @Test
  void whoHasComeOnTheListIsForAPerson() {
    Callback callback = callback("+4989555019", 1, Optional.empty());

    assertEquals(
        "AskPerson[why=Parley cannot keep it by itself]",
        next(plan("+4989555019"), callback, AttemptOutcome.BUSY, TEN));
  }

  @Test
  void whoAskedInThisCallNotToBeCalledIsLeftInPeace() {
    Callback callback = callback("+4989555019", 1, Optional.empty());

    assertEquals(
        "GivenUp[why=who answered wants no calls from us]",
        next(plan("+4989555019"), callback, AttemptOutcome.OTHER_PERSON, TEN));
  }

  @Test
  void aNumberWithoutAZoneIsForAPerson() {
    Callback callback = callback("+80012345678", 1, Optional.empty());

    assertEquals(
        "AskPerson[why=Parley cannot keep it by itself]",
        next(plan(""), callback, AttemptOutcome.BUSY, TEN));
  }
}
