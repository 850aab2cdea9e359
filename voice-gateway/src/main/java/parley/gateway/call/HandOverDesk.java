package parley.gateway.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.Key;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.HandOverRequest;
import parley.gateway.ari.AriException;
import parley.transfer.agent.AgentBoard;
import parley.transfer.agent.Reservation;
import parley.transfer.handover.CallerNotice;
import parley.transfer.handover.HandOver;
import parley.transfer.handover.HandOverAction;
import parley.transfer.handover.HandOverEvent;
import parley.transfer.handover.HandOverState;
import parley.transfer.handover.TransferOutcome;
import parley.transfer.whisper.CallerMood;

/// Carries one call's hand-overs out: what [HandOver] decides is done on the line, and what happens
/// there is told to it.
///
/// Thread: the call's own.
final class HandOverDesk {
  /// Q.850 causes by which phones refuse: user busy, call rejected.
  private static final int CAUSE_BUSY = 17;

  private static final int CAUSE_REJECTED = 21;
  private static final int CAUSE_NO_ANSWER = 19;

  private final HandOver rules;
  private final AgentBoard board;
  private final CallLine line;
  private final Mouth mouth;
  private final CallJournal journal;
  private final CallTime time;
  private final Function<CallerNotice, Spoken> notices;
  private final Consumer<TransferOutcome> finished;
  private final Deque<HandOverEvent> waiting = new ArrayDeque<>();
  private HandOverState state = new HandOverState.NotBegun();
  private @Nullable HandOverRequest request;
  private @Nullable String leg;
  private int attempt;
  private boolean away;
  private boolean telling;

  HandOverDesk(
      HandOver rules,
      AgentBoard board,
      CallLine line,
      Mouth mouth,
      CallJournal journal,
      CallTime time,
      Function<CallerNotice, Spoken> notices,
      Consumer<TransferOutcome> finished) {
    this.rules = rules;
    this.board = board;
    this.line = line;
    this.mouth = mouth;
    this.journal = journal;
    this.time = time;
    this.notices = notices;
    this.finished = finished;
  }

  boolean isBusy() {
    return state instanceof HandOverState.UnderWay;
  }

  /// The audio line is with the agent: what is heard on it is not the caller.
  boolean isWhispering() {
    return away;
  }

  /// Caller and agent talk; Parley has no audio any more.
  boolean isTalking() {
    return state instanceof HandOverState.Talking;
  }

  void begin(HandOverRequest wanted) {
    request = wanted;
    state = new HandOverState.NotBegun();
    tell(new HandOverEvent.Begin(wanted, CallerMood.CALM));
  }

  void agentRings(String ofLeg) {
    if (ofLeg.equals(leg)) {
      journal.leg(ofLeg, "agent", "rang", "");
      tell(new HandOverEvent.PhoneRings(attempt));
    }
  }

  void agentAnswered(String ofLeg) {
    if (ofLeg.equals(leg)) {
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
    tell(
        switch (cause) {
          case CAUSE_BUSY, CAUSE_REJECTED -> new HandOverEvent.Declined(attempt);
          case CAUSE_NO_ANSWER -> new HandOverEvent.RingTimedOut(attempt);
          default -> new HandOverEvent.AgentLost(attempt);
        });
    // A phone that has answered leaves by hanging up, with whatever cause.
    tell(new HandOverEvent.AgentHungUp(attempt));
  }

  /// Everything that was to be said has been heard.
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
    if (isBusy()) {
      tell(new HandOverEvent.TimePassed());
    }
  }

  private void tell(HandOverEvent event) {
    waiting.add(event);
    if (waiting.size() > 1) {
      return;
    }
    while (!waiting.isEmpty()) {
      HandOver.Step step = rules.step(state, waiting.element(), time.elapsed());
      state = step.state();
      step.actions().forEach(this::carryOut);
      waiting.remove();
    }
  }

  private void carryOut(HandOverAction action) {
    try {
      doIt(action);
    } catch (AriException e) {
      waiting.add(
          action instanceof HandOverAction.Ring ring
              ? new HandOverEvent.AgentLost(ring.attempt())
              : new HandOverEvent.TelephonyFailed(String.valueOf(e.getMessage())));
    }
  }

  private void doIt(HandOverAction action) {
    switch (action) {
      case HandOverAction.Reserve reserve -> reserve(reserve);
      case HandOverAction.Release(Reservation reservation, boolean talked) -> {
        boolean _ = talked ? board.releaseAfterTalk(reservation) : board.release(reservation);
      }
      case HandOverAction.Ring ring -> {
        attempt = ring.attempt();
        leg = null;
        leg = line.ring(ring.agent().endpoint(), ring.atMost());
      }
      case HandOverAction.CancelRing _ -> hangUpAgent();
      case HandOverAction.HangUpAgent _ -> hangUpAgent();
      case HandOverAction.TellCaller tell -> tellCaller(tell);
      case HandOverAction.StartHoldMusic _ -> line.holdMusic(true);
      case HandOverAction.StopHoldMusic _ -> line.holdMusic(false);
      case HandOverAction.Whisper(int _, Spoken sentence) -> whisper(sentence);
      case HandOverAction.Join join -> join(join);
      case HandOverAction.Keep(var kept) -> {
        backIfAway();
        if (request != null) {
          journal.transferTried(kept, request);
        }
      }
      case HandOverAction.Finish(TransferOutcome outcome) -> finish(outcome);
    }
  }

  private void reserve(HandOverAction.Reserve reserve) {
    Optional<Reservation> reservation = board.reserveBest(reserve.wanted(), reserve.exclude());
    waiting.add(
        reservation.isPresent()
            ? new HandOverEvent.AgentReserved(reserve.attempt(), reservation.get())
            : new HandOverEvent.NoneFree(reserve.attempt()));
  }

  private void hangUpAgent() {
    if (leg != null) {
      String hungUp = leg;
      leg = null;
      line.hangUpAgent(hungUp);
    }
  }

  private void tellCaller(HandOverAction.TellCaller tell) {
    Spoken words = notices.apply(tell.notice());
    if (!words.isEmpty()) {
      mouth.say(words, true);
    }
    telling = !mouth.isQuiet();
    if (!telling) {
      waiting.add(new HandOverEvent.CallerTold(tell.attempt()));
    }
  }

  private void whisper(Spoken sentence) {
    Mouth.Piece cut = mouth.stop();
    if (cut != null) {
      journal.replyHeard(cut.heardText());
    }
    Spoken _ = journal.replyEnds(cut != null);
    telling = false;
    if (leg != null) {
      line.whisperTo(leg);
      away = true;
      mouth.say(sentence, false);
    }
  }

  private void join(HandOverAction.Join join) {
    Mouth.Piece _ = mouth.stop();
    if (leg != null) {
      line.join(leg);
      away = false;
      journal.leg(leg, "agent", "joined", "");
      waiting.add(new HandOverEvent.Joined(join.attempt()));
    }
  }

  private void backIfAway() {
    if (away) {
      away = false;
      Mouth.Piece _ = mouth.stop();
      line.backToCaller();
    }
  }

  private void finish(TransferOutcome outcome) {
    if (!(outcome instanceof TransferOutcome.CallerLeft)) {
      backIfAway();
    }
    if (request != null) {
      journal.transferEnded(outcome.getClass().getSimpleName(), request);
    }
    finished.accept(outcome);
  }
}
