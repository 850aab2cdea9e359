package parley.gateway.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.Key;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.turn.TurnAction;
import parley.gateway.media.MediaLink;
import parley.transfer.handover.TransferOutcome;

/// One call from answer to goodbye: tells each event to the part that it concerns, and carries out
/// what that part wants of the others. It decides nothing itself; hearing, speaking, conversation
/// and hand-over each have a class of their own.
///
/// Thread: the call's own. It never waits: time passes by [#tick].
final class CallSession {
  private static final Logger LOG = LoggerFactory.getLogger(CallSession.class);
  private static final long LEASE_EVERY_MS = 5_000;
  private static final long NO_AUDIO_MS = 10_000;

  /// After so many replies that could not be spoken, the dialplan does better.
  private static final int MOST_VOICE_FAILURES = 2;

  private final CallFacts facts;
  private final CallParts parts;
  private final CallLine line;
  private final Consumer<CallEvent> mailbox;
  private final CallLedger ledger;
  private final CallTime time;
  private final Ears ears;
  private final Mouth mouth;
  private final CallJournal journal;
  private final HandOverDesk desk;
  private final Talk talk;
  private long leaseRenewedMs;
  private long lastAudioMs;
  private Optional<String> recording = Optional.empty();
  private long recordedFromMs;
  private int voiceFailures;
  private boolean over;
  private boolean callerIsGone;
  private boolean speaking;
  private boolean promptInterruptible;

  CallSession(
      CallFacts facts,
      CallParts parts,
      Dialogue dialogue,
      CallLine line,
      CallLedger ledger,
      Consumer<CallEvent> mailbox) {
    this.facts = facts;
    this.parts = parts;
    this.line = line;
    this.ledger = ledger;
    this.mailbox = mailbox;
    this.time = new CallTime(parts.nanos(), parts.clock());
    this.ears = new Ears(parts.turnTaking(), parts.gates().get(), parts.vocabularies(), time);
    this.mouth = new Mouth(parts.voice(), facts.language(), mailbox, time);
    this.journal = new CallJournal(parts.log(), facts.id(), time);
    this.desk = new HandOverDesk(facts, parts, line, mouth, journal, time, this::handOverEnded);
    this.talk = new Talk(facts, parts, dialogue, mouth, journal, time, new Wishes());
  }

  /// What the conversation wants of the rest of the call.
  private final class Wishes implements Talk.Wishes {
    @Override
    public void listen(parley.dialogue.call.Expectation expectation) {
      carryOut(ears.expect(expectation));
    }

    @Override
    public void holdFor(long ms) {
      carryOut(ears.holdFor(ms));
    }

    @Override
    public void handOver(parley.dialogue.conversation.HandOverRequest request) {
      desk.begin(request);
    }

    @Override
    public void hangUp(Outcome outcome) {
      end(outcome, "the conversation was over");
      line.hangUp();
    }
  }

  /// Answers and greets.
  void begin() {
    MediaLink link = line.open(new MailboxLink(mailbox));
    ledger.hold("media line", link::close);
    mouth.connect(link);
    if (parts.recording()) {
      recordedFromMs = time.ms();
      recording = line.record(facts.id().toString());
    }
    openEars();
    talk.tell(
        new ConversationEvent.Started(
            facts.caller(), facts.language(), facts.queue(), facts.entryFlow()));
  }

  private void openEars() {
    try {
      ears.open(parts.recognizers(), facts.language(), parts.sampleRateHz(), mailbox);
      ledger.hold("recognizer", ears::close);
    } catch (RuntimeException e) {
      LOG.warn("This call is not listened to: {}", e.getMessage());
      mailbox.accept(new CallEvent.RecognizerFailed("none could be opened"));
    }
  }

  boolean isOver() {
    return over;
  }

  void handle(CallEvent event) {
    switch (event) {
      case CallEvent.Audio audio -> heard(audio);
      case CallEvent.MarkReached(String mark) -> spoke(mouth.reached(mark));
      case CallEvent.WordsSoFar(long utterance, var words) ->
          carryOut(ears.soFar(utterance, words));
      case CallEvent.FinalWords(long utterance, var words) ->
          carryOut(ears.finished(utterance, words));
      case CallEvent.RecognizerFailed(String why) -> recognizerFailed(why);
      case CallEvent.VoiceReady(long piece, var audio) -> spoke(mouth.ready(piece, audio));
      case CallEvent.VoiceFailed(long piece, String why) -> voiceFailed(piece, why);
      case CallEvent.Pressed(Key key) -> pressed(key);
      case CallEvent.CallerGone(int cause, String why) -> callerGone(cause, why);
      case CallEvent.CallerTakenAway _ -> takenAway();
      case CallEvent.MediaEnded(String why) -> mediaEnded(why);
      case CallEvent.AgentRings(String leg) -> desk.agentRings(leg);
      case CallEvent.AgentAnswered(String leg) -> desk.agentAnswered(leg);
      case CallEvent.AgentGone(String leg, int cause) -> desk.agentGone(leg, cause);
      case CallEvent.ParleyStops _ -> {
        end(Outcome.FAILED, "Parley was stopped; the dialplan has the caller");
        line.leaveToDialplan();
      }
    }
    housekeeping();
  }

  /// Time passed without an event.
  void tick() {
    if (!desk.isTalking()) {
      carryOut(ears.tick());
    }
    housekeeping();
  }

  private void housekeeping() {
    if (over) {
      return;
    }
    long now = time.ms();
    if (now - leaseRenewedMs >= LEASE_EVERY_MS && !desk.isTalking()) {
      leaseRenewedMs = now;
      line.renewLease();
    }
    desk.tick();
    if (desk.isTalking()) {
      ledger.release("recognizer");
    }
    talk.tick();
    spoke(mouth.tick());
    if (now > parts.longest().toMillis()) {
      end(Outcome.FAILED, "the call lasted longer than calls.longest allows");
      line.hangUp();
    }
  }

  private void heard(CallEvent.Audio audio) {
    lastAudioMs = time.ms();
    if (!desk.isWhispering()) {
      carryOut(ears.audio(audio.frame()));
    }
  }

  private void pressed(Key key) {
    carryOut(ears.pressed());
    if (desk.isBusy()) {
      desk.pressed(key);
    } else {
      talk.pressed(key);
    }
  }

  private void carryOut(List<TurnAction> actions) {
    for (TurnAction action : actions) {
      switch (action) {
        case TurnAction.PausePrompt _ -> mouth.pause();
        case TurnAction.ResumePrompt _ -> mouth.resume();
        case TurnAction.StopPrompt _ -> interrupted();
        case TurnAction.Commit commit -> talk.callerSaid(commit, desk.isBusy());
        case TurnAction.Silence(int times) -> {
          if (!desk.isBusy()) {
            talk.tell(new ConversationEvent.CallerSilent(times));
          }
        }
        // These two are the ears' own affair.
        case TurnAction.RequestFinal _, TurnAction.DropUtterance _ -> {}
      }
    }
  }

  private void interrupted() {
    Mouth.Piece cut = mouth.stop();
    speaking = false;
    if (cut != null) {
      journal.replyHeard(cut.heardText());
    }
    talk.interrupted(journal.replyEnds(true));
    desk.allHeard();
  }

  /// Follows what the mouth has begun and finished.
  private void spoke(Mouth.Progress progress) {
    for (Mouth.Piece piece : progress.heard()) {
      if (!desk.isWhispering()) {
        journal.replyHeard(piece.text());
      }
    }
    for (Mouth.Piece piece : progress.started()) {
      boolean news = !speaking || promptInterruptible != piece.interruptible();
      speaking = true;
      promptInterruptible = piece.interruptible();
      if (!desk.isWhispering()) {
        journal.replySounds();
        if (news) {
          carryOut(ears.promptStarted(piece.interruptible()));
        }
      }
    }
    if (!progress.heard().isEmpty() && mouth.isQuiet()) {
      speaking = false;
      allHeard();
    }
  }

  private void allHeard() {
    if (desk.isWhispering()) {
      desk.allHeard();
      return;
    }
    carryOut(ears.promptEnded());
    var _ = journal.replyEnds(false);
    desk.allHeard();
    talk.allHeard();
  }

  private void recognizerFailed(String why) {
    LOG.warn("The recognizer of this call failed: {}", why);
    ledger.release("recognizer");
    talk.tell(new ConversationEvent.PartFailed(ConversationEvent.Part.RECOGNIZER));
  }

  private void voiceFailed(long piece, String why) {
    LOG.warn("A sentence could not be spoken: {}", why);
    spoke(mouth.failed(piece));
    if (!mouth.isQuiet()) {
      return;
    }
    if (desk.isBusy()) {
      desk.allHeard();
    } else if (voiceFailures++ < MOST_VOICE_FAILURES) {
      carryOut(ears.promptEnded());
      talk.tell(new ConversationEvent.PartFailed(ConversationEvent.Part.VOICE));
    } else {
      fail(new IllegalStateException("nothing can be said"));
    }
  }

  private void handOverEnded(TransferOutcome outcome) {
    switch (outcome) {
      case TransferOutcome.Transferred _ when callerIsGone -> {}
      case TransferOutcome.Transferred _ -> {
        end(Outcome.TRANSFERRED, "the talk with the agent was over");
        line.hangUp();
      }
      case TransferOutcome.NoAgentFree _,
          TransferOutcome.NotAnswered _,
          TransferOutcome.StoppedWaiting _,
          TransferOutcome.Failed _,
          TransferOutcome.CallerLeft _ ->
          outcome
              .forConversation()
              .ifPresent(result -> talk.tell(new ConversationEvent.HandOverEnded(result)));
    }
  }

  private void callerGone(int cause, String why) {
    if (over) {
      return;
    }
    boolean talked = desk.isTalking();
    callerIsGone = true;
    cutOff();
    desk.callerGone();
    end(
        talked ? Outcome.TRANSFERRED : talk.outcomeOr(Outcome.CALLER_HUNG_UP),
        "the caller hung up (%d%s)".formatted(cause, why.isEmpty() ? "" : " " + why));
  }

  /// When an agent hangs up, the dialplan may take the caller before we hear of the agent's end.
  private void takenAway() {
    if (over) {
      return;
    }
    boolean talked = desk.isTalking();
    callerIsGone = true;
    cutOff();
    desk.callerGone();
    end(
        talked ? Outcome.TRANSFERRED : talk.outcomeOr(Outcome.FAILED),
        talked ? "the talk with the agent was over" : "the dialplan has the caller");
  }

  /// What was being said is logged as far as it was heard.
  private void cutOff() {
    Mouth.Piece cut = mouth.stop();
    if (cut != null && !desk.isWhispering()) {
      journal.replyHeard(cut.heardText());
    }
    var _ = journal.replyEnds(cut != null);
  }

  /// Asterisk's hangup handler sends the caller on in the dialplan when the audio line breaks; if
  /// it did not, we do.
  private void mediaEnded(String why) {
    if (!over && !desk.isTalking()) {
      LOG.warn("The audio line of this call ended: {}", why);
      desk.callerGone();
      end(Outcome.FAILED, "the audio line ended");
      line.leaveToDialplan();
    }
  }

  /// A fault on the way: the caller goes on in the dialplan.
  void fail(RuntimeException why) {
    if (!over) {
      LOG.error("This call cannot go on here; the dialplan has it: {}", why.toString(), why);
      end(Outcome.FAILED, why.getClass().getSimpleName());
      line.leaveToDialplan();
    }
  }

  private void end(Outcome outcome, String reason) {
    if (!over) {
      over = true;
      recording.ifPresent(path -> journal.recorded(path, time.ms() - recordedFromMs));
      journal.ended(outcome, reason);
      LOG.info("The call ended: {}, {}", outcome, reason);
    }
  }

  /// How long to wait for the next event before [#tick].
  long patienceMs() {
    return desk.isTalking() || time.ms() - lastAudioMs > NO_AUDIO_MS ? 200 : 20;
  }

  private record MailboxLink(Consumer<CallEvent> mailbox) implements MediaLink.Listener {
    @Override
    public void audio(short[] frame) {
      mailbox.accept(new CallEvent.Audio(frame));
    }

    @Override
    public void markReached(String mark) {
      mailbox.accept(new CallEvent.MarkReached(mark));
    }

    @Override
    public void ended(String why) {
      mailbox.accept(new CallEvent.MediaEnded(why));
    }
  }
}
