package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CalleeNotes;
import parley.dialogue.callback.Outbound;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.Outcome;

/// A call that Parley made, from the moment somebody or something picks up.
class CallOutTest {
  private static final String MESSAGE = "we will try again later";

  private final Outbound why =
      new Outbound(UUID.randomUUID(), "order 4711", Optional.empty(), Optional.empty());
  private final List<ConversationEvent> told = new ArrayList<>();
  private final CallHarness call = call(true, MESSAGE);

  private CallHarness call(boolean detectMachines, String message) {
    return new CallHarness(
            this::converse, Optional.of(new OutboundCall(why, new Spoken(message), detectMachines)))
        .begin();
  }

  private List<ConversationAction> converse(ConversationEvent event) {
    told.add(event);
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("is that anna"), listen());
      case ConversationEvent.CallerSaid said ->
          List.of(
              new ConversationAction.Note(
                  said.words().text().equals("yes") ? CalleeNotes.CUSTOMER : CalleeNotes.OTHER,
                  Confidence.of(1),
                  ""),
              say("bye"),
              new ConversationAction.End(Outcome.COMPLETED));
      default -> List.of();
    };
  }

  private List<String> callerSaid() {
    return told.stream()
        .filter(ConversationEvent.CallerSaid.class::isInstance)
        .map(event -> ((ConversationEvent.CallerSaid) event).words().text())
        .toList();
  }

  @Test
  void aPersonIsSpokenToAfterTheirHelloWhichIsNoAnswer() {
    call.callerSilent(400);
    assertEquals(List.of(), told);
    call.callerSays("hello");
    assertEquals(Optional.of(why), ((ConversationEvent.Started) told.getFirst()).outbound());
    call.callerSilent(1_500);
    assertEquals(List.of(), callerSaid());
    call.callerSays("yes").callerSilent(1_000);
    assertEquals(List.of("yes"), callerSaid());
    assertTrue(call.isOver());
    assertEquals(new CallResult(Outcome.COMPLETED, CallResult.Callee.CUSTOMER), call.result());
  }

  @Test
  void aHelloThatStopsOurFirstWordsIsAnswered() {
    call.callerMakesNoise(200).callerSilent(620);
    assertEquals(1, told.size());
    call.callerSays("yes hello").callerSilent(1_000);
    assertEquals(List.of(""), callerSaid());
  }

  @Test
  void whoSaysNothingIsSpokenToSoon() {
    call.callerSilent(1_400);
    assertEquals(List.of(), told);
    call.callerSilent(200);
    assertEquals(1, told.size());
  }

  @Test
  void whoIsSomebodyElseIsNotTheCustomer() {
    call.callerSays("hello").callerSilent(1_500).callerSays("no").callerSilent(1_000);
    assertEquals(CallResult.Callee.OTHER_PERSON, call.result().callee());
  }

  @Test
  void aMachineHearsTheMessageAfterItsGreetingAndNothingElse() {
    call.callerMakesNoise(6_000).callerSilent(1_600);
    assertFalse(call.isOver());
    call.callerSilent(2_000);
    assertTrue(call.isOver());
    assertEquals(List.of(), told);
    assertEquals(List.of("PARLEY: " + MESSAGE), call.transcript());
    assertEquals(
        new CallResult(Outcome.MESSAGE_LEFT, CallResult.Callee.MACHINE_TOLD), call.result());
  }

  @Test
  void aMachineThatHangsUpWasToldNothing() {
    call.callerMakesNoise(6_000).tell(new CallEvent.CallerGone(16, "Normal"));
    assertEquals(CallResult.Callee.MACHINE, call.result().callee());
  }

  @Test
  void aMachineThatBeginsLikeAPersonIsToldByItsWords() {
    call.callerSays("hello");
    assertEquals(1, told.size());
    call.callerSays("please leave a message after the tone").callerSilent(1_600);
    call.callerSilent(3_000);
    assertEquals(List.of(), callerSaid());
    assertTrue(call.isOver());
    assertEquals(CallResult.Callee.MACHINE_TOLD, call.result().callee());
  }

  @Test
  void withoutDetectionTheConversationBeginsAtOnce() {
    CallHarness other = call(false, "");
    assertEquals(1, told.size());
    other.callerMakesNoise(6_000).callerSilent(700);
    assertEquals(CallResult.Callee.UNKNOWN, other.result().callee());
  }
}
