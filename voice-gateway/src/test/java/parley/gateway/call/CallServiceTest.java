package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.log.LogEntry;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;

/// What the call's thread makes of a question to a service: it is asked beside the call, bridged
/// when it is slow, and given up with the call. And a secret that is keyed or said is not kept.
class CallServiceTest {

  private static List<ConversationAction> desk(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("hello"), listen());
      case ConversationEvent.CallerSaid _ -> List.of(ask(), listen());
      case ConversationEvent.ServiceSlow _ -> List.of(say("one moment"), listen());
      case ConversationEvent.ServiceAnswered(int id, ServiceResult result) ->
          List.of(say("answer " + id + " is " + result.key()), listen());
      default -> List.of();
    };
  }

  private static ConversationAction ask() {
    return new ConversationAction.CallService(
        7,
        new ServiceRequest(
            "orders",
            ServiceRequest.Method.GET,
            "/orders/{order}",
            Map.of("order", new Spoken("12345")),
            Set.of("state")));
  }

  private static CallHarness asking() {
    return new CallHarness(CallServiceTest::desk)
        .begin()
        .callerSilent(1_000)
        .callerSays("where is my order");
  }

  @Test
  void aQuickAnswerIsSaidWithoutAWordBefore() {
    CallHarness call = asking().callerSilent(1_000);
    call.serviceAnswers(new ServiceResult.NotFound()).callerSilent(2_000);

    assertEquals("PARLEY: answer 7 is not-found", call.transcript().getLast());
    assertFalse(call.heardByConversation.contains("ServiceSlow"));
    assertFalse(call.ledger.holds("service question 7"));
  }

  @Test
  void aSlowServiceIsBridgedOnce() {
    CallHarness call = asking().callerSilent(4_000);
    call.serviceAnswers(new ServiceResult.Found(Map.of())).callerSilent(2_000);

    assertEquals(
        List.of(
            "PARLEY: hello",
            "CALLER: where is my order",
            "PARLEY: one moment",
            "PARLEY: answer 7 is found"),
        call.transcript());
    assertEquals(1, call.heardByConversation.stream().filter("ServiceSlow"::equals).count());
  }

  @Test
  void aServiceThatNeverAnswersHasFailed() {
    CallHarness call = asking().callerSilent(18_000);

    assertTrue(
        call.transcript().contains("PARLEY: answer 7 is failed"), call.transcript()::toString);
    assertEquals(0, call.services.open());
    assertFalse(call.isOver());
  }

  @Test
  void aCallerWhoHangsUpLeavesNoQuestionBehind() {
    for (long leaveAt = 0; leaveAt < 3_000; leaveAt += 100) {
      CallHarness call = asking().callerSilent(leaveAt);
      assertEquals(1, call.services.open());
      call.tell(new CallEvent.CallerGone(16, ""));

      assertTrue(call.isOver());
      assertEquals(0, call.services.open(), "left after " + leaveAt + " ms");
    }
  }

  @Test
  void theLogHasThatItWasAskedAndNoValue() {
    CallHarness call = asking();
    call.serviceAnswers(new ServiceResult.Found(Map.of("state", new Spoken("shipped"))));

    LogEntry.Audited entry =
        call.log.stream()
            .filter(LogEntry.Audited.class::isInstance)
            .map(LogEntry.Audited.class::cast)
            .filter(audited -> audited.what().equals("service-asked"))
            .findFirst()
            .orElseThrow();
    assertEquals("found", entry.details().get("result"));
    assertEquals("/orders/{order}", entry.details().get("path"));
    assertFalse(entry.details().toString().contains("shipped"));
    assertFalse(entry.details().toString().contains("12345"));
  }

  private static List<ConversationAction> secretive(ConversationEvent event) {
    ConversationAction digits = new ConversationAction.Listen(Expectation.DIGITS, true);
    ConversationAction told = new ConversationAction.Note("told", Confidence.CERTAIN, "", true);
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("your pin"), digits);
      case ConversationEvent.CallerPressed(var key) ->
          key.symbol() == '4' ? List.of(told, say("thank you"), digits) : List.of(digits);
      case ConversationEvent.CallerSaid _ -> List.of(told, say("thank you"), digits);
      case ConversationEvent.CallerSilent _ -> List.of(say("never mind"), listen());
      default -> List.of();
    };
  }

  /// The number is never noted: the conversation has come to something else in the meantime.
  @Test
  void aPinThatIsBrokenOffIsNotKept() {
    CallHarness call = new CallHarness(CallServiceTest::secretive).begin().callerSilent(1_000);
    call.presses('1').callerSilent(200).presses('2').callerSilent(12_000);
    call.presses('9').callerSilent(2_000);

    List<String> said =
        call.turns().stream()
            .filter(turn -> turn.speaker() == LogEntry.Speaker.CALLER)
            .map(turn -> turn.words().text())
            .toList();
    assertEquals(List.of("(not kept)", "9"), said);
  }

  @Test
  void aPinIsNotKeptHoweverItIsTold() {
    CallHarness call = new CallHarness(CallServiceTest::secretive).begin().callerSilent(1_000);
    for (char key : "1234".toCharArray()) {
      call.presses(key).callerSilent(200);
    }
    call.callerSilent(5_000).callerMakesNoise(1_200);
    call.recognizers.partial("one two three four");
    // Digits end later than other words.
    call.callerSilent(1_600).recognizerFinishes("one two three four").callerSilent(1_500);

    List<LogEntry.TurnTaken> said =
        call.turns().stream().filter(turn -> turn.speaker() == LogEntry.Speaker.CALLER).toList();
    assertEquals(2, said.size(), call.transcript()::toString);
    for (LogEntry.TurnTaken turn : said) {
      assertEquals("(not kept)", turn.words().text());
    }
    assertFalse(call.transcript().toString().matches(".*(1|2|3|4|one|two|three|four).*"));
  }
}
