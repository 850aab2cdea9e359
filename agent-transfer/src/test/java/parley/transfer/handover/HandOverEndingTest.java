package parley.transfer.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.transfer.agent.TestAgents.ADA;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.call.Key;
import parley.transfer.handover.HandOverAction.CancelRing;
import parley.transfer.handover.HandOverAction.Finish;
import parley.transfer.handover.HandOverAction.HangUpAgent;
import parley.transfer.handover.HandOverAction.Keep;
import parley.transfer.handover.HandOverAction.Release;
import parley.transfer.handover.HandOverAction.StopHoldMusic;
import parley.transfer.handover.HandOverEvent.AgentHungUp;
import parley.transfer.handover.HandOverEvent.AgentLost;
import parley.transfer.handover.HandOverEvent.AgentReserved;
import parley.transfer.handover.HandOverEvent.Answered;
import parley.transfer.handover.HandOverEvent.CallerHungUp;
import parley.transfer.handover.HandOverEvent.CallerPressed;
import parley.transfer.handover.HandOverEvent.CallerTold;
import parley.transfer.handover.HandOverEvent.Declined;
import parley.transfer.handover.HandOverEvent.Joined;
import parley.transfer.handover.HandOverEvent.PhoneRings;
import parley.transfer.handover.HandOverEvent.RingTimedOut;
import parley.transfer.handover.HandOverEvent.TelephonyFailed;
import parley.transfer.handover.HandOverEvent.TimePassed;
import parley.transfer.handover.HandOverEvent.WhisperHeard;

/// Callers, agents and telephony that end a hand-over at any point, and news that come too late.
class HandOverEndingTest extends HandOverScene {

  @Test
  void callerWhoLeavesStopsTheRingingFirst() {
    givenFirstPhoneRings();
    assertEquals(
        List.of(
            new CancelRing(1),
            new Release(FIRST, false),
            new Keep(tried(AttemptResult.CANCELLED)),
            new StopHoldMusic(),
            new Finish(new TransferOutcome.CallerLeft())),
        on(new CallerHungUp()));
  }

  @Test
  void callerWhoLeavesDuringTheWhisperFreesTheAgent() {
    givenAgentAnswered();
    List<HandOverAction> actions = on(new CallerHungUp());
    assertEquals(List.of(new HangUpAgent(1), new Release(FIRST, false)), actions.subList(0, 2));
    assertEquals(new TransferOutcome.CallerLeft(), outcome());
  }

  @Test
  void callerWhoHangsUpAfterTheTalkWasTransferred() {
    givenAgentAnswered();
    given(new WhisperHeard(1), new Joined(1));
    assertEquals(
        List.of(
            new HangUpAgent(1),
            new Release(FIRST, true),
            new Finish(new TransferOutcome.Transferred(ADA))),
        on(new CallerHungUp()));
  }

  @Test
  void starStopsTheWaiting() {
    givenFirstPhoneRings();
    List<HandOverAction> actions = on(new CallerPressed(new Key('*')));
    assertEquals(new CancelRing(1), actions.getFirst());
    assertEquals(
        new TransferOutcome.StoppedWaiting(List.of(tried(AttemptResult.CANCELLED))), outcome());
  }

  @ParameterizedTest
  @ValueSource(chars = {'0', '1', '#'})
  void otherKeysDoNotStopTheWaiting(char key) {
    givenFirstPhoneRings();
    HandOverState before = state;
    assertEquals(List.of(), on(new CallerPressed(new Key(key))));
    assertEquals(before, state);
  }

  @Test
  void starIsTooLateOnceAnAgentHasAnswered() {
    givenAgentAnswered();
    assertEquals(List.of(), on(new CallerPressed(new Key('*'))));
  }

  @Test
  void telephonyFailureSilencesThePhoneAndIsTold() {
    givenFirstPhoneRings();
    assertEquals(new CancelRing(1), on(new TelephonyFailed("bridge gone")).getFirst());
    assertEquals(new TransferOutcome.Failed("bridge gone"), outcome());
  }

  @Test
  void reservationThatComesTooLateIsGivenBack() {
    given(begin(), new CallerHungUp());
    assertEquals(List.of(new Release(FIRST, false)), on(new AgentReserved(1, FIRST)));
  }

  @Test
  void phoneAnsweredInTheMomentOfCancellingIsHungUp() {
    givenFirstPhoneRings();
    given(new CallerHungUp());
    assertEquals(List.of(new HangUpAgent(1)), on(new Answered(1)));
  }

  static List<HandOverEvent> newsOfAnEarlierPhone() {
    return List.of(
        new PhoneRings(1),
        new Declined(1),
        new RingTimedOut(1),
        new AgentLost(1),
        new AgentHungUp(1),
        new WhisperHeard(1),
        new Joined(1),
        new CallerTold(1));
  }

  @ParameterizedTest
  @MethodSource("newsOfAnEarlierPhone")
  void newsOfAnEarlierPhoneChangesNothing(HandOverEvent news) {
    givenFirstPhoneRings();
    given(new Declined(1), new AgentReserved(2, SECOND));
    HandOverState before = state;
    assertEquals(List.of(), on(news));
    assertEquals(before, state);
  }

  static List<List<HandOverEvent>> everyWayToStopHalfway() {
    List<HandOverEvent> course =
        List.of(
            begin(),
            new AgentReserved(1, FIRST),
            new PhoneRings(1),
            new Answered(1),
            new WhisperHeard(1),
            new Joined(1));
    List<List<HandOverEvent>> ways = new ArrayList<>();
    for (int length = 1; length <= course.size(); length++) {
      ways.add(course.subList(0, length));
    }
    return ways;
  }

  @ParameterizedTest
  @MethodSource("everyWayToStopHalfway")
  void everyStateEndsByTimeAlone(List<HandOverEvent> soFar) {
    soFar.forEach(this::on);
    int deadlines = 0;
    while (state instanceof HandOverState.UnderWay underWay) {
      at = underWay.deadline();
      on(new TimePassed());
      assertTrue(++deadlines <= 8, "the hand-over does not end");
    }
  }

  @Test
  void outcomesAreToldToTheConversation() {
    assertTrue(new TransferOutcome.CallerLeft().forConversation().isEmpty());
    assertEquals(
        "NOT_ANSWERED",
        new TransferOutcome.StoppedWaiting(List.of()).forConversation().orElseThrow().name());
    assertEquals(
        "CONNECTED", new TransferOutcome.Transferred(ADA).forConversation().orElseThrow().name());
    assertEquals(
        "NO_AGENT_FREE", new TransferOutcome.NoAgentFree().forConversation().orElseThrow().name());
    assertEquals("FAILED", new TransferOutcome.Failed("").forConversation().orElseThrow().name());
  }
}
