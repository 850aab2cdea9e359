package parley.transfer.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.transfer.agent.TestAgents.ADA;
import static parley.transfer.agent.TestAgents.BEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.CallId;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.AgentView;
import parley.transfer.agent.Agents;
import parley.transfer.agent.ManualClock;
import parley.transfer.agent.PhoneState;
import parley.transfer.whisper.CallerMood;

class HandOverCourseTest {

  private final ManualClock clock = new ManualClock();
  private final AgentBoard board = new AgentBoard(Agents.of(ADA, BEN), Duration.ZERO, clock);
  private final FakeHandOverLine line = new FakeHandOverLine();
  private final List<LogEntry> written = new ArrayList<>();
  private final CallId call = CallId.random();

  @BeforeEach
  void phonesAreIdle() {
    board.phoneState("ada", PhoneState.IDLE);
    board.phoneState("ben", PhoneState.IDLE);
  }

  private HandOverCourse course(ConversationLog log) {
    HandOver rules = new HandOver(HandOverScene.LIMITS);
    return new HandOverCourse(call, HandOverScene.REQUEST, rules, board, line, log, clock);
  }

  private HandOverCourse begun() {
    HandOverCourse course = course(written::add);
    course.begin(CallerMood.CALM, Duration.ZERO);
    return course;
  }

  private static void tell(HandOverCourse course, HandOverEvent... events) {
    for (HandOverEvent event : events) {
      course.on(event, Duration.ofSeconds(1));
    }
  }

  private boolean anybodyReserved() {
    return board.picture().stream().anyMatch(AgentView::reserved);
  }

  private List<String> keptResults() {
    return written.stream()
        .map(entry -> assertInstanceOf(LogEntry.TransferTried.class, entry))
        .map(tried -> tried.agent() + " " + tried.outcome())
        .toList();
  }

  @Test
  void firstAgentDeclinesSecondTalksAndBothAreInTheLog() {
    HandOverCourse course = begun();
    tell(course, new HandOverEvent.Declined(1), new HandOverEvent.CallerTold(2));
    tell(course, new HandOverEvent.Answered(2), new HandOverEvent.WhisperHeard(2));
    tell(course, new HandOverEvent.Joined(2));
    assertTrue(course.outcome().isEmpty());
    assertTrue(anybodyReserved());
    tell(course, new HandOverEvent.AgentHungUp(2));
    assertEquals(Optional.of(new TransferOutcome.Transferred(BEN)), course.outcome());
    assertEquals(
        List.of(
            "ring ada",
            "tell RINGING",
            "cancel",
            "ring ben",
            "tell RINGING_NEXT",
            "music",
            "whisper",
            "no music",
            "join",
            "hang up"),
        line.asked);
    assertEquals(List.of("ada DECLINED", "ben ANSWERED"), keptResults());
    assertFalse(anybodyReserved());
  }

  @Test
  void logEntryNamesCallQueueReasonAndRingTime() {
    tell(begun(), new HandOverEvent.CallerHungUp());
    var tried = assertInstanceOf(LogEntry.TransferTried.class, written.getFirst());
    assertEquals(call, tried.call());
    assertEquals("support", tried.queue());
    assertEquals("asked for a person", tried.reason());
    assertEquals(1000, tried.ringMs());
    assertEquals(clock.instant(), tried.at());
  }

  @Test
  void twoCallsRingTwoPhones() {
    begun();
    HandOverCourse other =
        new HandOverCourse(
            CallId.random(),
            HandOverScene.REQUEST,
            new HandOver(HandOverScene.LIMITS),
            board,
            new FakeHandOverLine(),
            written::add,
            clock);
    other.begin(CallerMood.CALM, Duration.ZERO);
    HandOverCourse third = begun();
    assertEquals(Optional.of(new TransferOutcome.NoAgentFree()), third.outcome());
  }

  @Test
  void phoneThatCannotEvenBeAskedIsUnreachable() {
    line.broken.add("ring");
    HandOverCourse course = begun();
    assertInstanceOf(TransferOutcome.NotAnswered.class, course.outcome().orElseThrow());
    assertEquals(List.of("ada UNREACHABLE", "ben UNREACHABLE"), keptResults());
    assertFalse(anybodyReserved());
  }

  @Test
  void callerIsJoinedThoughTheWhisperFails() {
    line.broken.add("whisper");
    HandOverCourse course = begun();
    tell(course, new HandOverEvent.Answered(1));
    assertEquals("join", line.asked.getLast());
  }

  @Test
  void callerHearsMusicThoughTheNoticeFails() {
    line.broken.add("tell");
    begun();
    assertEquals("music", line.asked.getLast());
  }

  @Test
  void joinThatCannotBeAskedIsAFailureThatFreesTheAgent() {
    line.broken.add("join");
    HandOverCourse course = begun();
    tell(course, new HandOverEvent.Answered(1), new HandOverEvent.WhisperHeard(1));
    assertInstanceOf(TransferOutcome.Failed.class, course.outcome().orElseThrow());
    assertEquals("hang up", line.asked.getLast());
    assertFalse(anybodyReserved());
  }

  @Test
  void agentIsFreedThoughNothingWorksAnyMore() {
    HandOverCourse course =
        course(entry -> {
          throw new UncheckedIOException(new IOException("disk full"));
        });
    course.begin(CallerMood.CALM, Duration.ZERO);
    line.broken.add("cancel");
    tell(course, new HandOverEvent.CallerHungUp());
    assertFalse(anybodyReserved());
    assertEquals(Optional.of(new TransferOutcome.CallerLeft()), course.outcome());
  }

  @Test
  void deadlineIsThereUntilTheEnd() {
    HandOverCourse course = begun();
    assertEquals(Optional.of(HandOverScene.LIMITS.dial()), course.deadline());
    course.on(new HandOverEvent.TimePassed(), HandOverScene.LIMITS.dial());
    assertEquals("ada UNREACHABLE", keptResults().getFirst());
    course.close();
    assertEquals(Optional.empty(), course.deadline());
  }

  @Test
  void closingReleasesEverythingAndMayBeRepeated() {
    HandOverCourse course = begun();
    course.close();
    course.close();
    assertEquals(List.of("ada CANCELLED"), keptResults());
    assertFalse(anybodyReserved());
    assertTrue(line.legs.isEmpty());
  }

  @Test
  void closingBeforeTheBeginningDoesNothing() {
    course(written::add).close();
    assertEquals(List.of(), line.asked);
  }
}
