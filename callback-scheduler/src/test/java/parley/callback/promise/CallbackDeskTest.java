package parley.callback.promise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.callback.work.CallbackChanges;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;

class CallbackDeskTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-29T00:30:00Z");

  private final List<LogEntry> written = new ArrayList<>();
  private final CallId call = CallId.random();

  private PromiseResult promise(String number) {
    return desk(written::add).promise(call, wanted(number), "en");
  }

  private static ConversationAction.PromiseCallback wanted(String number) {
    return new ConversationAction.PromiseCallback(
        new PhoneNumber(number), "no agent free", Optional.empty(), "general");
  }

  private static CallbackDesk desk(ConversationLog log) {
    DialableNumbers numbers =
        new DialableNumbers(Set.of("700", "+49891234567"), DialableNumbers.EMERGENCY_NUMBERS);
    return new CallbackDesk(
        numbers, log, new BeingCalled(), (_, _) -> {}, ZONE, Clock.fixed(NOW, ZONE));
  }

  @Test
  void promiseIsInTheLogBeforeItIsSpoken() {
    var promised = assertInstanceOf(PromiseResult.Promised.class, promise("+4989555019"));
    CallbackPromise promise = promised.promise();
    assertEquals(
        List.of(
            new LogEntry.CallbackPromised(
                promise.id(),
                call,
                NOW,
                new PhoneNumber("+4989555019"),
                "no agent free",
                null,
                "general",
                "en")),
        written);
    assertEquals(ZONE, promise.zone());
    assertEquals("en", promise.language());
  }

  @ParameterizedTest
  @CsvSource({
    "+49 (89) 555-019, +4989555019",
    "201, 201",
    "0049.89.555/019, 004989555019",
    "123456789012345, 123456789012345",
    "0012025550112, 0012025550112"
  })
  void separatorsAreNoPartOfTheNumber(String given, String dialled) {
    var promised = assertInstanceOf(PromiseResult.Promised.class, promise(given));
    assertEquals(dialled, promised.promise().number().value());
  }

  @ParameterizedTest
  @CsvSource({
    "'', MISSING",
    "' - ', MISSING",
    "alice, NOT_A_NUMBER",
    "anonymous, NOT_A_NUMBER",
    "+, NOT_A_NUMBER",
    "49+89555, NOT_A_NUMBER",
    "*21*555019#, NOT_A_NUMBER",
    "٤٩٨٩٥٥٥, NOT_A_NUMBER",
    "'555019&SIP', NOT_A_NUMBER",
    "12, TOO_SHORT",
    "+1234567890123456, TOO_LONG",
    "700, OUR_OWN",
    "+49 89 1234567, OUR_OWN",
    "112, EMERGENCY",
    "+112, EMERGENCY",
    "0112, EMERGENCY",
    "9911, EMERGENCY",
    "00112, EMERGENCY"
  })
  void unusableNumberIsRefusedWithItsReasonAndNothingIsPromised(
      String number, NumberProblem problem) {
    var refused = assertInstanceOf(PromiseResult.NumberUnusable.class, promise(number));
    assertEquals(problem, refused.problem());
    assertEquals(problem.sentence(), refused.sentence());
    assertEquals(List.of(), written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"911555019", "1125550190", "4911"})
  void numberThatOnlyContainsAnEmergencyNumberIsFine(String number) {
    assertInstanceOf(PromiseResult.Promised.class, promise(number));
  }

  @Test
  void promiseThatCannotBeKeptIsNotMade() {
    CallbackDesk desk =
        desk(entry -> {
          throw new UncheckedIOException(new IOException("disk full"));
        });
    assertInstanceOf(PromiseResult.NotKept.class, desk.promise(call, wanted("+4989555019"), "en"));
  }

  @Test
  void textFormHidesTheNumber() {
    assertFalse(promise("+4989555019").toString().contains("555019"));
  }

  @Test
  void promiseThatIsBeingKeptIsMadeAnewForTheTimeThatSuitsBetter() {
    CallbackWindow window = new CallbackWindow(NOW.plusSeconds(3600), NOW.plusSeconds(7200), ZONE);
    desk(written::add)
        .move(
            call,
            UUID.randomUUID(),
            new ConversationAction.PromiseCallback(
                new PhoneNumber("+4989555019"), "the order", Optional.of(window), ""),
            "en");
    var promised = assertInstanceOf(LogEntry.CallbackPromised.class, written.getFirst());
    assertEquals(window, promised.window());
    assertEquals("the order", promised.reason());
  }

  /// Everything that is asked for is just being called.
  private static final class BeingCalled implements CallbackChanges {
    @Override
    public Change move(UUID callback, CallbackWindow window, Instant now) {
      return Change.BEING_CALLED;
    }

    @Override
    public Change cancel(UUID callback, Instant now) {
      return Change.BEING_CALLED;
    }
  }
}
