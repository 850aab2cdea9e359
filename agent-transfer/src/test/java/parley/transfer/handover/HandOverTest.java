package parley.transfer.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.transfer.agent.TestAgents.ADA;
import static parley.transfer.agent.TestAgents.BEN;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.transfer.handover.HandOverAction.CancelRing;
import parley.transfer.handover.HandOverAction.Finish;
import parley.transfer.handover.HandOverAction.HangUpAgent;
import parley.transfer.handover.HandOverAction.Join;
import parley.transfer.handover.HandOverAction.Keep;
import parley.transfer.handover.HandOverAction.Release;
import parley.transfer.handover.HandOverAction.Reserve;
import parley.transfer.handover.HandOverAction.Ring;
import parley.transfer.handover.HandOverAction.StartHoldMusic;
import parley.transfer.handover.HandOverAction.StopHoldMusic;
import parley.transfer.handover.HandOverAction.TellCaller;
import parley.transfer.handover.HandOverAction.Whisper;
import parley.transfer.handover.HandOverEvent.AgentHungUp;
import parley.transfer.handover.HandOverEvent.AgentLost;
import parley.transfer.handover.HandOverEvent.AgentReserved;
import parley.transfer.handover.HandOverEvent.AgentWaits;
import parley.transfer.handover.HandOverEvent.Answered;
import parley.transfer.handover.HandOverEvent.CallerTold;
import parley.transfer.handover.HandOverEvent.Declined;
import parley.transfer.handover.HandOverEvent.Joined;
import parley.transfer.handover.HandOverEvent.NoneFree;
import parley.transfer.handover.HandOverEvent.PhoneRings;
import parley.transfer.handover.HandOverEvent.RingTimedOut;
import parley.transfer.handover.HandOverEvent.TimePassed;
import parley.transfer.handover.HandOverEvent.WhisperHeard;

class HandOverTest extends HandOverScene {

  @Test
  void agentIsReservedRungWhisperedToJoinedAndReleasedAfterTheTalk() {
    assertEquals(List.of(new Reserve(1, WANTED, Set.of())), on(begin()));
    assertEquals(
        List.of(new Ring(1, ADA, LIMITS.ring()), new TellCaller(1, CallerNotice.RINGING)),
        on(new AgentReserved(1, FIRST)));
    assertEquals(List.of(), on(new PhoneRings(1)));
    assertEquals(List.of(new StartHoldMusic()), on(new CallerTold(1)));
    after(Duration.ofSeconds(7));
    assertEquals(List.of(new Whisper(1, SENTENCE)), on(new Answered(1)));
    after(Duration.ofSeconds(4));
    assertEquals(List.of(new StopHoldMusic(), new Join(1)), on(new WhisperHeard(1)));
    assertEquals(
        List.of(new Keep(new Attempt(1, ADA, AttemptResult.ANSWERED, Duration.ofSeconds(7)))),
        on(new Joined(1)));
    after(Duration.ofMinutes(5));
    assertEquals(
        List.of(
            new HangUpAgent(1),
            new Release(FIRST, true),
            new Finish(new TransferOutcome.Transferred(ADA))),
        on(new AgentHungUp(1)));
  }

  @Test
  void anAgentWhoWaitsForTheCallerIsJoinedAtOnceAndReleasedAfterTheTalk() {
    assertEquals(List.of(new Join(1)), on(new AgentWaits(REQUEST, FIRST)));
    assertEquals(
        List.of(new Keep(new Attempt(1, ADA, AttemptResult.ANSWERED, Duration.ZERO))),
        on(new Joined(1)));
    after(Duration.ofMinutes(5));
    assertEquals(
        List.of(
            new HangUpAgent(1),
            new Release(FIRST, true),
            new Finish(new TransferOutcome.Transferred(ADA))),
        on(new AgentHungUp(1)));
  }

  @Test
  void anAgentWhoWaitsForACallerWhoHasOneIsGivenBack() {
    given(begin(), new AgentReserved(1, FIRST));
    assertEquals(List.of(new Release(SECOND, false)), on(new AgentWaits(REQUEST, SECOND)));
  }

  @Test
  void callerHearsMusicWhileTheAgentHearsTheSummaryEvenIfTheNoticeWasCutShort() {
    given(begin(), new AgentReserved(1, FIRST));
    assertEquals(List.of(new StartHoldMusic(), new Whisper(1, SENTENCE)), on(new Answered(1)));
    assertEquals(List.of(), on(new CallerTold(1)));
  }

  @Test
  void nobodyFreeFromTheStartEndsAtOnce() {
    given(begin());
    assertEquals(List.of(new Finish(new TransferOutcome.NoAgentFree())), on(new NoneFree(1)));
  }

  @Test
  void declinedPhoneIsFollowedByTheNextAgentAndTheCallerIsTold() {
    givenFirstPhoneRings();
    Attempt declined = tried(AttemptResult.DECLINED);
    assertEquals(
        List.of(
            new CancelRing(1),
            new Release(FIRST, false),
            new Keep(declined),
            new Reserve(2, WANTED, Set.of("ada"))),
        on(new Declined(1)));
    assertEquals(
        List.of(
            new Ring(2, BEN, LIMITS.ring()),
            new StopHoldMusic(),
            new TellCaller(2, CallerNotice.RINGING_NEXT)),
        on(new AgentReserved(2, SECOND)));
    assertEquals(List.of(new StartHoldMusic()), on(new CallerTold(2)));
  }

  @Test
  void nobodyLeftAfterADeclineMeansNotAnswered() {
    givenFirstPhoneRings();
    given(new Declined(1));
    assertEquals(
        List.of(
            new StopHoldMusic(),
            new Finish(new TransferOutcome.NotAnswered(List.of(tried(AttemptResult.DECLINED))))),
        on(new NoneFree(2)));
  }

  @Test
  void noMoreAgentsAreTriedThanSet() {
    givenFirstPhoneRings();
    given(new Declined(1), new AgentReserved(2, SECOND), new RingTimedOut(2));
    var notAnswered = assertInstanceOf(TransferOutcome.NotAnswered.class, outcome());
    assertEquals(
        List.of(AttemptResult.DECLINED, AttemptResult.TIMED_OUT),
        notAnswered.attempts().stream().map(Attempt::result).toList());
  }

  @Test
  void phoneThatNeverRingsIsGivenUpEarly() {
    given(begin(), new AgentReserved(1, FIRST));
    after(LIMITS.dial());
    assertTrue(
        on(new TimePassed())
            .contains(new Keep(new Attempt(1, ADA, AttemptResult.UNREACHABLE, LIMITS.dial()))));
  }

  @Test
  void phoneRingsForTheWholeRingTimeAndNoLonger() {
    givenFirstPhoneRings();
    after(LIMITS.ring().minusMillis(1));
    assertEquals(List.of(), on(new TimePassed()));
    after(Duration.ofMillis(1));
    List<HandOverAction> actions = on(new TimePassed());
    assertEquals(new CancelRing(1), actions.getFirst());
    assertTrue(
        actions.contains(new Keep(new Attempt(1, ADA, AttemptResult.TIMED_OUT, LIMITS.ring()))));
  }

  @Test
  void lostPhoneIsUnreachable() {
    givenFirstPhoneRings();
    assertTrue(on(new AgentLost(1)).contains(new Keep(tried(AttemptResult.UNREACHABLE))));
  }

  @Test
  void agentWhoHangsUpDuringTheWhisperIsReplaced() {
    givenAgentAnswered();
    assertEquals(
        List.of(
            new HangUpAgent(1),
            new Release(FIRST, false),
            new Keep(tried(AttemptResult.LEFT_DURING_WHISPER)),
            new Reserve(2, WANTED, Set.of("ada"))),
        on(new AgentHungUp(1)));
  }

  @Test
  void whisperThatNeverEndsStillJoinsTheCaller() {
    givenAgentAnswered();
    after(LIMITS.whisper());
    assertEquals(List.of(new StopHoldMusic(), new Join(1)), on(new TimePassed()));
  }

  @Test
  void joinThatNeverHappensIsAFailure() {
    givenAgentAnswered();
    given(new WhisperHeard(1));
    after(LIMITS.join());
    assertTrue(on(new TimePassed()).contains(new HangUpAgent(1)));
    assertInstanceOf(TransferOutcome.Failed.class, outcome());
  }
}
