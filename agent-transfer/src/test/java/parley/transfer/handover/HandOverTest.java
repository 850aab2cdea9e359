package parley.transfer.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.transfer.agent.TestAgents.ADA;
import static parley.transfer.agent.TestAgents.BEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.call.Key;
import parley.dialogue.call.Priority;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverRequest;
import parley.transfer.agent.Reservation;
import parley.transfer.agent.Wanted;
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
import parley.transfer.handover.HandOverEvent.Answered;
import parley.transfer.handover.HandOverEvent.Begin;
import parley.transfer.handover.HandOverEvent.CallerHungUp;
import parley.transfer.handover.HandOverEvent.CallerPressed;
import parley.transfer.handover.HandOverEvent.CallerTold;
import parley.transfer.handover.HandOverEvent.Declined;
import parley.transfer.handover.HandOverEvent.Joined;
import parley.transfer.handover.HandOverEvent.NoneFree;
import parley.transfer.handover.HandOverEvent.PhoneRings;
import parley.transfer.handover.HandOverEvent.RingTimedOut;
import parley.transfer.handover.HandOverEvent.TelephonyFailed;
import parley.transfer.handover.HandOverEvent.TimePassed;
import parley.transfer.handover.HandOverEvent.WhisperHeard;
import parley.transfer.whisper.CallerMood;

class HandOverTest {

  static final HandOverLimits LIMITS =
      new HandOverLimits(
          2,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15),
          Duration.ofSeconds(3),
          Duration.ofMinutes(60));

  static final HandOverRequest REQUEST =
      new HandOverRequest(
          "support",
          "payments",
          "en",
          Priority.MEDIUM,
          "asked for a person",
          new Spoken("charged twice"));

  private static final Reservation FIRST = new Reservation(1, ADA);
  private static final Reservation SECOND = new Reservation(2, BEN);
  private static final Wanted WANTED = new Wanted("payments", "en");
  private static final Spoken SENTENCE = new Spoken("Call, asked for a person: charged twice.");

  private final HandOver rules = new HandOver(LIMITS);
  private HandOverState state = new HandOverState.NotBegun();
  private Duration at = Duration.ZERO;

  private List<HandOverAction> on(HandOverEvent event) {
    HandOver.Step step = rules.step(state, event, at);
    state = step.state();
    return step.actions();
  }

  private void given(HandOverEvent... events) {
    Stream.of(events).forEach(this::on);
  }

  private void after(Duration time) {
    at = at.plus(time);
  }

  private void givenFirstPhoneRings() {
    given(begin(), new AgentReserved(1, FIRST), new PhoneRings(1), new CallerTold(1));
  }

  private void givenAgentAnswered() {
    givenFirstPhoneRings();
    given(new Answered(1));
  }

  private static Begin begin() {
    return new Begin(REQUEST, CallerMood.CALM);
  }

  private static Attempt tried(AttemptResult result) {
    return new Attempt(1, ADA, result, Duration.ZERO);
  }

  private TransferOutcome outcome() {
    return assertInstanceOf(HandOverState.Finished.class, state).outcome();
  }

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
