package parley.gateway.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.gateway.call.CallHarness.handOver;
import static parley.gateway.call.CallHarness.listen;
import static parley.gateway.call.CallHarness.say;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;
import parley.transfer.agent.PhoneState;

/// Bringing a person in, from the call's thread's side.
class CallHandOverTest {

  private static List<ConversationAction> desk(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Started _ -> List.of(say("i will put you through"), handOver());
      case ConversationEvent.HandOverEnded(var result) -> List.of(say("sorry " + result), listen());
      default -> List.of();
    };
  }

  private static CallHarness call() {
    return new CallHarness(CallHandOverTest::desk).begin();
  }

  private static CallHarness joined() {
    CallHarness call = call().tell(new CallEvent.AgentRings("leg1")).callerSilent(3_000);
    call.tell(new CallEvent.AgentAnswered("leg1")).callerSilent(12_000);
    return call;
  }

  private static List<String> tries(CallHarness call) {
    return call.log.stream()
        .filter(LogEntry.TransferTried.class::isInstance)
        .map(LogEntry.TransferTried.class::cast)
        .map(tried -> tried.agent() + " " + tried.outcome())
        .toList();
  }

  @Test
  void anAgentHearsTheSummaryAndIsJoinedWithTheCaller() {
    CallHarness call = joined();
    assertEquals(
        List.of(
            "open",
            "record",
            "ring PJSIP/agent1",
            "music",
            "whisper to leg1",
            "no music",
            "join leg1"),
        call.line.done);
    assertEquals(List.of("agent1 ANSWERED"), tries(call));
    assertEquals(0, call.recognizers.openStreams());
  }

  @Test
  void whatIsStillHeardWhenTheyAreJoinedDoesNotEndTheTalk() {
    CallHarness call =
        new CallHarness(CallHandOverTest::desk).noticing("a colleague's phone rings now").begin();
    for (int waited = 0; !call.line.done.contains("ring PJSIP/agent1") && waited < 100; waited++) {
      call.callerSilent(100);
    }
    call.tell(new CallEvent.AgentRings("leg1")).callerSilent(200);
    call.tell(new CallEvent.AgentAnswered("leg1")).callerSilent(12_000);
    assertTrue(call.line.done.contains("join leg1"), call.line.done::toString);
    call.hearsLate(1_000);
    assertFalse(call.isOver());
    assertEquals(List.of("agent1 ANSWERED"), tries(call));
  }

  @Test
  void theWhisperIsNotInTheCallersTranscript() {
    assertEquals(List.of("PARLEY: i will put you through"), joined().transcript());
  }

  @Test
  void whenTheAgentHangsUpTheCallIsOver() {
    CallHarness call = joined().tell(new CallEvent.AgentGone("leg1", 16));
    assertTrue(call.isOver());
    assertEquals(Outcome.TRANSFERRED, call.ending().outcome());
    assertTrue(call.line.released);
  }

  @Test
  void whenTheCallerHangsUpTheAgentIsReleased() {
    CallHarness call = joined().tell(new CallEvent.CallerGone(16, ""));
    assertEquals(Outcome.TRANSFERRED, call.ending().outcome());
    assertTrue(call.line.agentLegs.isEmpty());
  }

  @Test
  void aPhoneStopsRingingWhenTheCallerLeaves() {
    CallHarness call = call().tell(new CallEvent.AgentRings("leg1")).callerSilent(2_000);
    call.tell(new CallEvent.CallerGone(16, ""));
    assertTrue(call.line.done.contains("hang up leg1"));
    assertEquals(Outcome.CALLER_HUNG_UP, call.ending().outcome());
  }

  @Test
  void theNextAgentIsRungWhenOneDeclines() {
    CallHarness call = new CallHarness(CallHandOverTest::desk);
    call.board.phoneState("agent2", PhoneState.IDLE);
    call.begin().tell(new CallEvent.AgentRings("leg1")).callerSilent(1_000);
    call.tell(new CallEvent.AgentGone("leg1", 21));
    assertTrue(call.line.done.contains("ring PJSIP/agent2"));
    assertEquals(List.of("agent1 DECLINED"), tries(call));
  }

  @Test
  void theConversationGoesOnWhenNobodyAnswers() {
    CallHarness call = call().tell(new CallEvent.AgentRings("leg1")).callerSilent(21_000);
    assertTrue(call.line.done.contains("hang up leg1"));
    call.callerSilent(2_000);
    assertEquals("PARLEY: sorry NOT_ANSWERED", call.transcript().getLast());
    assertFalse(call.isOver());
  }

  @Test
  void nobodyFreeIsToldAtOnce() {
    CallHarness call = new CallHarness(CallHandOverTest::desk);
    call.board.phoneState("agent1", PhoneState.OFFLINE);
    call.begin().callerSilent(3_000);
    assertEquals("PARLEY: i will put you through sorry NO_AGENT_FREE", call.transcript().getLast());
  }

  /// @param keepsPlace whether the promise is for a caller who waited
  private static List<LogEntry.CallbackPromised> promised(boolean keepsPlace) {
    var promise =
        new ConversationAction.PromiseCallback(
            new PhoneNumber("+358401234567"), "order", Optional.empty(), "service", keepsPlace);
    CallHarness call =
        new CallHarness(event ->
            event instanceof ConversationEvent.HandOverEnded ? List.of(promise) : desk(event));
    call.board.phoneState("agent1", PhoneState.OFFLINE);
    call.begin().callerSilent(3_000);
    return call.log.stream()
        .filter(LogEntry.CallbackPromised.class::isInstance)
        .map(LogEntry.CallbackPromised.class::cast)
        .toList();
  }

  @Test
  void aPromiseToWhoWaitedSaysSinceWhen() {
    LogEntry.CallbackPromised place = promised(true).getFirst();
    assertEquals(place.at(), place.waitingSince());
    assertNull(promised(false).getFirst().waitingSince());
  }

  @Test
  void anAgentWhoHangsUpDuringTheWhisperBringsTheAudioBack() {
    CallHarness call = call().tell(new CallEvent.AgentRings("leg1")).callerSilent(3_000);
    call.tell(new CallEvent.AgentAnswered("leg1")).callerSilent(500);
    call.tell(new CallEvent.AgentGone("leg1", 16)).callerSilent(2_000);
    assertTrue(call.line.done.contains("back to caller"));
    assertEquals("PARLEY: sorry NOT_ANSWERED", call.transcript().getLast());
    assertEquals(List.of("agent1 LEFT_DURING_WHISPER"), tries(call));
  }

  @Test
  void aPhoneThatCannotBeRungIsNoFault() {
    CallHarness call = new CallHarness(CallHandOverTest::desk);
    call.line.phonesUnreachable = true;
    call.begin().callerSilent(3_000);
    assertTrue(call.transcript().getLast().contains("NOT_ANSWERED"));
    assertEquals(List.of("agent1 UNREACHABLE"), tries(call));
  }

  @Test
  void aCallerWhoSpeaksOrPressesKeysDoesNotCutTheWhisper() {
    CallHarness call = call().tell(new CallEvent.AgentRings("leg1")).callerSilent(2_000);
    call.callerMakesNoise(400).tell(new CallEvent.AgentAnswered("leg1"));
    assertTrue(call.line.done.contains("whisper to leg1"));
    int flushed = call.line.link().flushed;
    call.recognizers.partial("hello are you there");
    call.callerSilent(100).presses('5');
    assertEquals(flushed, call.line.link().flushed);
    assertFalse(call.line.done.contains("join leg1"));
    call.callerSilent(12_000);
    assertTrue(call.line.done.contains("join leg1"));
  }

  @Test
  void aTalkGoesOnWhenParleyIsStopped() {
    CallHarness call = joined().tell(new CallEvent.ParleyStops());
    assertTrue(call.line.done.contains("leave to agent"));
    assertFalse(call.line.done.contains("leave to dialplan"));
    assertFalse(call.line.done.contains("hang up leg1"));
    assertEquals(Outcome.TRANSFERRED, call.ending().outcome());
  }

  @Test
  void aRingingPhoneIsSilencedWhenParleyIsStopped() {
    CallHarness call = call().tell(new CallEvent.AgentRings("leg1")).callerSilent(2_000);
    call.tell(new CallEvent.ParleyStops());
    assertTrue(call.line.done.contains("hang up leg1"));
    assertTrue(call.line.done.contains("leave to dialplan"));
  }
}
