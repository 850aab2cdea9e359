package parley.gateway.call;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.conversation.Outcome;

/// The ways out of a call: each is taken once, is in the log, and leaves the caller with somebody,
/// in the dialplan or hung up.
///
/// Thread: the call's own.
final class Ending {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private final CallLine line;
  private final CallJournal journal;
  private final CallTime time;
  private final Floor floor;
  private final HandOverDesk desk;
  private final Talk talk;
  private Optional<String> recording = Optional.empty();
  private long recordedFromMs;
  private Outcome outcome = Outcome.FAILED;
  private boolean over;
  private boolean callerIsGone;

  Ending(
      CallLine line,
      CallJournal journal,
      CallTime time,
      Floor floor,
      HandOverDesk desk,
      Talk talk) {
    this.line = line;
    this.journal = journal;
    this.time = time;
    this.floor = floor;
    this.desk = desk;
    this.talk = talk;
  }

  /// @param path where the recording is kept, empty when there is none
  void recorded(Optional<String> path, long fromMs) {
    recording = path;
    recordedFromMs = fromMs;
  }

  boolean isOver() {
    return over;
  }

  /// What it came to, once it is over.
  Outcome outcome() {
    return outcome;
  }

  boolean isCallerGone() {
    return callerIsGone;
  }

  void hangUp(Outcome outcome, String reason) {
    end(outcome, reason);
    line.hangUp();
  }

  void callerGone(int cause, String why) {
    if (over) {
      return;
    }
    boolean talked = desk.isTalking();
    callerIsGone = true;
    floor.cutOff();
    desk.callerGone();
    end(
        talked ? Outcome.TRANSFERRED : talk.outcomeOr(Outcome.CALLER_HUNG_UP),
        "the caller hung up (%d%s)".formatted(cause, why.isEmpty() ? "" : " " + why));
  }

  /// When an agent hangs up, the dialplan may take the caller before we hear of the agent's end.
  void takenAway() {
    if (over) {
      return;
    }
    boolean talked = desk.isTalking();
    callerIsGone = true;
    floor.cutOff();
    desk.callerGone();
    end(
        talked ? Outcome.TRANSFERRED : talk.outcomeOr(Outcome.FAILED),
        talked ? "the talk with the agent was over" : "the dialplan has the caller");
  }

  /// Asterisk's hangup handler sends the caller on in the dialplan when the audio line breaks; if
  /// it did not, we do.
  void mediaEnded(String why) {
    if (!over && !desk.isTalking()) {
      LOG.warn("The audio line of this call ended: {}", why);
      desk.callerGone();
      end(Outcome.FAILED, "the audio line ended");
      line.leaveToDialplan();
    }
  }

  /// A talk with an agent needs no Parley and goes on; everybody else goes on in the dialplan.
  void parleyStops() {
    if (over) {
      return;
    }
    if (desk.isTalking()) {
      end(Outcome.TRANSFERRED, "Parley was stopped; caller and agent talk on");
      line.leaveToAgent();
    } else {
      floor.cutOff();
      desk.callerGone();
      end(Outcome.FAILED, "Parley was stopped; the dialplan has the caller");
      line.leaveToDialplan();
    }
  }

  /// A fault on the way: the caller goes on in the dialplan.
  void fail(Throwable why) {
    if (!over) {
      LOG.error("This call cannot go on here; the dialplan has it: {}", why.toString(), why);
      end(Outcome.FAILED, why.getClass().getSimpleName());
      line.leaveToDialplan();
    }
  }

  /// A log that cannot be written must not keep the caller from leaving.
  private void end(Outcome cameTo, String reason) {
    if (over) {
      return;
    }
    over = true;
    outcome = cameTo;
    try {
      recording.ifPresent(path -> journal.recorded(path, time.ms() - recordedFromMs));
      journal.ended(cameTo, reason);
    } catch (RuntimeException e) {
      LOG.error("The end of this call is not in the log", e);
    }
    LOG.info("The call ended: {}, {}", cameTo, reason);
  }
}
