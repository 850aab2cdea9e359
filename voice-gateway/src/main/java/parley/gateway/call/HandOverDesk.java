package parley.gateway.call;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.Key;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverRequest;
import parley.transfer.agent.Agent;
import parley.transfer.handover.CallerNotice;
import parley.transfer.handover.HandOverCourse;
import parley.transfer.handover.HandOverEvent;
import parley.transfer.handover.HandOverLine;
import parley.transfer.handover.TransferOutcome;
import parley.transfer.whisper.CallerMood;

/// Carries one call's hand-overs out on its line and with its voice, and tells the hand-over's
/// course what happens there.
///
/// Thread: the call's own.
final class HandOverDesk implements HandOverLine {
  private static final Logger LOG = LoggerFactory.getLogger(HandOverDesk.class);

  private final CallFacts facts;
  private final CallParts parts;
  private final CallLine line;
  private final Mouth mouth;
  private final CallJournal journal;
  private final CallTime time;
  private final Function<CallerNotice, Spoken> notices;
  private final Consumer<TransferOutcome> finished;
  private @Nullable HandOverCourse course;
  private @Nullable HandOverRequest request;
  private @Nullable String leg;
  private int attempt;
  private boolean answered;
  private boolean away;
  private boolean telling;
  private boolean talking;

  HandOverDesk(
      CallFacts facts,
      CallParts parts,
      CallLine line,
      Mouth mouth,
      CallJournal journal,
      CallTime time,
      Consumer<TransferOutcome> finished) {
    this.facts = facts;
    this.parts = parts;
    this.line = line;
    this.mouth = mouth;
    this.journal = journal;
    this.time = time;
    this.notices = parts.notices();
    this.finished = finished;
  }

  boolean isBusy() {
    return course != null;
  }

  /// The audio line is with the agent: what is heard on it is not the caller.
  boolean isWhispering() {
    return away;
  }

  /// Caller and agent talk; Parley has no audio any more.
  boolean isTalking() {
    return talking;
  }

  void begin(HandOverRequest wanted) {
    course(wanted).begin(CallerMood.CALM, time.elapsed());
    reportIfOver();
  }

  private HandOverCourse course(HandOverRequest wanted) {
    HandOverCourse begun =
        new HandOverCourse(
            facts.id(), wanted, parts.handOver(), parts.agents(), this, parts.log(), parts.clock());
    request = wanted;
    course = begun;
    return begun;
  }

  /// Joins the agent who was rung before this call was made, should one wait.
  ///
  /// @param news takes what happens to their leg
  boolean beginWithWaitingAgent(Consumer<CallEvent> news) {
    Optional<WaitingAgent.Taken> taken =
        facts.outbound().flatMap(OutboundCall::agent).flatMap(agent -> agent.take(news));
    return taken.isPresent() && begin(taken.get());
  }

  /// @return false when the agent is lost in this moment
  private boolean begin(WaitingAgent.Taken agent) {
    try {
      line.adopt(agent.leg());
    } catch (LineException lost) {
      LOG.info("The agent who waited is not there any more: {}", lost.getMessage());
      boolean _ = parts.agents().release(agent.reservation());
      return false;
    }
    attempt = 1;
    answered = true;
    leg = agent.leg();
    course(facts.forWaitingAgent()).beginWith(agent.reservation(), time.elapsed());
    reportIfOver();
    return true;
  }

  void agentRings(String ofLeg) {
    if (ofLeg.equals(leg)) {
      journal.leg(ofLeg, "agent", "rang", "");
      tell(new HandOverEvent.PhoneRings(attempt));
    }
  }

  void agentAnswered(String ofLeg) {
    if (ofLeg.equals(leg)) {
      answered = true;
      journal.leg(ofLeg, "agent", "answered", "");
      tell(new HandOverEvent.Answered(attempt));
    } else {
      // Answered in the moment when we stopped ringing it.
      line.hangUpAgent(ofLeg);
    }
  }

  void agentGone(String ofLeg, int cause) {
    if (!ofLeg.equals(leg)) {
      return;
    }
    leg = null;
    journal.leg(ofLeg, "agent", "left", "cause " + cause);
    tell(answered ? new HandOverEvent.AgentHungUp(attempt) : refusal(cause));
  }

  private HandOverEvent refusal(int cause) {
    return switch (AgentCauses.refusal(cause)) {
      case DECLINED -> new HandOverEvent.Declined(attempt);
      case TIMED_OUT -> new HandOverEvent.RingTimedOut(attempt);
      case ANSWERED, UNREACHABLE, LEFT_DURING_WHISPER, CANCELLED, FAILED ->
          new HandOverEvent.AgentLost(attempt);
    };
  }

  /// Everything that was to be said has been heard, or will not be said.
  void allHeard() {
    if (away) {
      tell(new HandOverEvent.WhisperHeard(attempt));
    } else if (telling) {
      telling = false;
      tell(new HandOverEvent.CallerTold(attempt));
    }
  }

  void pressed(Key key) {
    tell(new HandOverEvent.CallerPressed(key));
  }

  void callerGone() {
    tell(new HandOverEvent.CallerHungUp());
  }

  void tick() {
    tell(new HandOverEvent.TimePassed());
  }

  private void tell(HandOverEvent event) {
    if (course != null) {
      course.on(event, time.elapsed());
      reportIfOver();
    }
  }

  private void reportIfOver() {
    HandOverCourse over = course;
    if (over == null || over.outcome().isEmpty()) {
      return;
    }
    TransferOutcome outcome = over.outcome().get();
    course = null;
    talking = false;
    if (!(outcome instanceof TransferOutcome.CallerLeft)) {
      backIfAway();
    }
    if (request != null) {
      journal.transferEnded(outcome.getClass().getSimpleName(), request);
    }
    finished.accept(outcome);
  }

  @Override
  public void ring(int newAttempt, Agent agent, java.time.Duration atMost) {
    backIfAway();
    attempt = newAttempt;
    answered = false;
    leg = line.ring(agent.endpoint(), atMost);
  }

  @Override
  public void cancelRing(int ofAttempt) {
    hangUpAgent(ofAttempt);
  }

  @Override
  public void hangUpAgent(int ofAttempt) {
    if (leg != null && ofAttempt == attempt) {
      String hungUp = leg;
      leg = null;
      line.hangUpAgent(hungUp);
    }
  }

  @Override
  public void tellCaller(int ofAttempt, CallerNotice notice) {
    Spoken words = notices.apply(notice);
    if (!words.isEmpty()) {
      mouth.say(words, true);
    }
    telling = true;
    if (mouth.isQuiet()) {
      allHeard();
    }
  }

  @Override
  public void startHoldMusic() {
    line.holdMusic(true);
  }

  @Override
  public void stopHoldMusic() {
    line.holdMusic(false);
  }

  @Override
  public void whisper(int ofAttempt, Spoken sentence) {
    silenceForCaller();
    telling = false;
    if (leg != null) {
      line.whisperTo(leg);
      away = true;
      mouth.say(sentence, false);
    }
  }

  private void silenceForCaller() {
    Mouth.Piece cut = mouth.stop();
    if (cut != null) {
      journal.replyHeard(cut.heardText());
    }
    Spoken _ = journal.replyEnds(cut != null);
  }

  @Override
  public void join(int ofAttempt) {
    Mouth.Piece _ = mouth.stop();
    if (leg != null) {
      line.join(leg);
      away = false;
      talking = true;
      journal.leg(leg, "agent", "joined", "");
      facts.outbound().map(OutboundCall::joined).ifPresent(Runnable::run);
      tell(new HandOverEvent.Joined(ofAttempt));
    }
  }

  private void backIfAway() {
    if (away) {
      away = false;
      Mouth.Piece _ = mouth.stop();
      line.backToCaller();
    }
  }
}
