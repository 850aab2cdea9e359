package parley.gateway.call;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.Key;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.HandOverResult;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.language.LinguaDetection;
import parley.dialogue.quality.Channel;
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
  private static final long NO_AUDIO_MS = 10_000;

  private final CallFacts facts;
  private final CallParts parts;
  private final CallLine line;
  private final Lease lease;
  private final Consumer<CallEvent> mailbox;
  private final CallLedger ledger;
  private final CallTime time;
  private final Ears ears;
  private final Mouth mouth;
  private final CallJournal journal;
  private final HandOverDesk desk;
  private final Talk talk;
  private final Floor floor;
  private final Ending ending;
  private final Faults faults;
  private final Reception reception;
  private long lastAudioMs;
  private boolean conversing;

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
    ServiceDesk services = new ServiceDesk(parts, journal, time, ledger, mailbox);
    ModelDesk model = new ModelDesk(parts.model(), journal, time, ledger, mailbox);
    this.talk =
        new Talk(facts, parts, dialogue, mouth, journal, services, model, time, new Wishes());
    this.floor = new Floor(ears, mouth, journal, desk, talk);
    this.ending = new Ending(line, journal, time, floor, desk, talk);
    this.lease = new Lease(line, ending);
    this.faults = new Faults(ledger, floor, talk, ending);
    this.reception =
        new Reception(
            facts.outbound(),
            parts.gates().get(),
            floor,
            talk,
            ending,
            time,
            parts.sampleRateHz(),
            this::start);
  }

  /// What the conversation wants of the rest of the call.
  private final class Wishes implements Talk.Wishes {
    @Override
    public void listen(parley.dialogue.call.Expectation expectation) {
      floor.carryOut(ears.expect(expectation));
    }

    @Override
    public void holdFor(long ms) {
      floor.carryOut(ears.holdFor(ms));
    }

    @Override
    public void hear(String language) {
      try {
        ears.changeLanguage(parts.recognizers(), language, parts.sampleRateHz(), mailbox);
      } catch (RuntimeException e) {
        LOG.warn("This call is no longer listened to: {}", e.getMessage());
        mailbox.accept(new CallEvent.RecognizerFailed("none could be opened"));
      }
    }

    @Override
    public void handOver(parley.dialogue.conversation.HandOverRequest request) {
      desk.begin(request);
    }

    @Override
    public void hangUp(Outcome outcome) {
      ending.hangUp(outcome, "the conversation was over");
    }
  }

  /// Answers, and greets when it is time to.
  void begin() {
    MediaLink link = line.open(new LineEvents(mailbox));
    ledger.hold("media line", link::close);
    mouth.connect(link);
    if (parts.recording()) {
      long fromMs = time.ms();
      ending.recorded(line.record(facts.id().toString()), fromMs);
    }
    openEars();
    reception.opened();
  }

  /// With a person: an agent who waits for them talks with them, else the conversation.
  private void start() {
    if (!desk.beginWithWaitingAgent(mailbox)) {
      converse();
    }
  }

  private void converse() {
    conversing = true;
    talk.tell(
        new ConversationEvent.Started(
            facts.caller(),
            facts.language(),
            facts.queue(),
            facts.entryFlow(),
            ZonedDateTime.now(parts.clock()),
            Channel.VOICE,
            spoken(),
            parts.memory().of(facts.caller()),
            facts.outbound().map(OutboundCall::why)));
  }

  /// Languages that this machine can hear and speak.
  private Set<String> spoken() {
    return LinguaDetection.LANGUAGES.stream()
        .filter(code -> parts.recognizers().hears(code) && parts.voice().speaks(code))
        .collect(Collectors.toSet());
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
    return ending.isOver();
  }

  /// How it ended, once it is over.
  CallResult result() {
    return new CallResult(ending.outcome(), reception.callee(talk.callee()));
  }

  void handle(CallEvent event) {
    switch (event) {
      case CallEvent.Audio audio -> heard(audio);
      case CallEvent.MarkReached(String mark) -> floor.spoke(mouth.reached(mark));
      case CallEvent.WordsSoFar(long utterance, var words) -> {
        reception.words(words);
        turn(ears.soFar(utterance, words));
      }
      case CallEvent.FinalWords(long utterance, var words) -> {
        reception.words(words);
        turn(ears.finished(utterance, words));
      }
      case CallEvent.RecognizerFailed(String why) -> faults.recognizerFailed(why);
      case CallEvent.VoiceReady(long piece, var audio) -> floor.spoke(mouth.ready(piece, audio));
      case CallEvent.VoiceFailed(long piece, String why) -> faults.voiceFailed(piece, why);
      case CallEvent.ServiceAnswered(int id, var result) -> talk.serviceAnswered(id, result);
      case CallEvent.ModelSaid(int id, var sentence) -> talk.modelSaid(id, sentence);
      case CallEvent.ModelEnded(int id, var answer) -> talk.modelEnded(id, answer);
      case CallEvent.Pressed(Key key) -> pressed(key);
      case CallEvent.CallerGone(int cause, String why) -> ending.callerGone(cause, why);
      case CallEvent.CallerTakenAway _ -> ending.takenAway();
      case CallEvent.MediaEnded(String why) -> ending.mediaEnded(why);
      case CallEvent.AgentRings(String leg) -> desk.agentRings(leg);
      case CallEvent.AgentAnswered(String leg) -> desk.agentAnswered(leg);
      case CallEvent.AgentGone(String leg, int cause) -> desk.agentGone(leg, cause);
      case CallEvent.ParleyStops _ -> ending.parleyStops();
    }
    housekeeping();
  }

  /// Time passed without an event.
  void tick() {
    if (!desk.isTalking()) {
      turn(ears.tick());
    }
    reception.tick();
    housekeeping();
  }

  /// What the ears have made of it, as far as it concerns the conversation. What was still on its
  /// way when caller and agent were joined concerns nobody: there is no audio line any more.
  private void turn(List<TurnAction> actions) {
    if (!desk.isTalking()) {
      floor.carryOut(reception.pass(actions));
    }
  }

  private void housekeeping() {
    if (ending.isOver()) {
      return;
    }
    long now = time.ms();
    if (!desk.isTalking()) {
      lease.keep(now);
      if (ending.isOver()) {
        return;
      }
    }
    desk.tick();
    if (desk.isTalking()) {
      ledger.release("recognizer");
    }
    talk.tick();
    floor.spoke(mouth.tick());
    // A talk with an agent has the hand-over's own limit.
    if (now > parts.longest().toMillis() && !desk.isTalking()) {
      ending.hangUp(Outcome.FAILED, "the call lasted longer than calls.longest allows");
    }
  }

  private void heard(CallEvent.Audio audio) {
    lastAudioMs = time.ms();
    if (!desk.isWhispering() && !desk.isTalking()) {
      turn(ears.audio(audio.frame()));
      reception.frame(audio.frame());
    }
  }

  private void pressed(Key key) {
    floor.carryOut(ears.pressed());
    if (desk.isBusy()) {
      desk.pressed(key);
    } else {
      talk.pressed(key);
    }
  }

  private void handOverEnded(TransferOutcome outcome) {
    switch (outcome) {
      case TransferOutcome.Transferred _ when ending.isCallerGone() -> {}
      case TransferOutcome.Transferred _ ->
          ending.hangUp(Outcome.TRANSFERRED, "the talk with the agent was over");
      case TransferOutcome.NoAgentFree _,
          TransferOutcome.NotAnswered _,
          TransferOutcome.StoppedWaiting _,
          TransferOutcome.Failed _,
          TransferOutcome.CallerLeft _ ->
          outcome.forConversation().ifPresent(this::withoutAgent);
    }
  }

  /// The agent who waited may be lost in the moment when they are joined.
  private void withoutAgent(HandOverResult result) {
    if (conversing) {
      talk.tell(new ConversationEvent.HandOverEnded(result));
    } else {
      converse();
    }
  }

  /// A fault on the way: the caller goes on in the dialplan.
  void fail(Throwable why) {
    ending.fail(why);
  }

  /// How long to wait for the next event before [#tick].
  long patienceMs() {
    return desk.isTalking() || time.ms() - lastAudioMs > NO_AUDIO_MS ? 200 : 20;
  }
}
