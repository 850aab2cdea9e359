package parley.gateway.call;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.Key;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.conversation.ConversationEvent;
import parley.dialogue.conversation.HandOverRequest;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.llm.Answer;
import parley.dialogue.llm.Sentence;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;
import parley.dialogue.turn.TurnAction;
import parley.speech.synthesize.Pace;
import parley.speech.synthesize.SentenceSplitter;

/// The call's side of the conversation: tells it what the caller said or keyed, has its replies
/// spoken, and passes its other wishes on. A caller's turn is in the log before the reply to it
/// sounds.
///
/// Thread: the call's own.
final class Talk {
  private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

  /// Silence after the last key that ends a number.
  private static final long KEYS_END_MS = 3_000;

  /// Longest that a goodbye may take to be heard.
  private static final long GOODBYE_MS = 30_000;

  private static final long WHILE_HANDING_OVER_MS = 24 * 3_600_000L;

  /// Stands in the log for a PIN or a code.
  private static final Spoken HIDDEN = new Spoken("(not kept)");

  /// What the conversation wants of the rest of the call.
  interface Wishes {
    void listen(Expectation expectation);

    void holdFor(long ms);

    void hear(String language);

    void handOver(HandOverRequest request);

    void hangUp(Outcome outcome);
  }

  private final Dialogue dialogue;
  private final Mouth mouth;
  private final CallJournal journal;
  private final ServiceDesk services;
  private final ModelDesk model;
  private final CallTime time;
  private final Wishes wishes;
  private final Promises promises;
  private final StringBuilder keys = new StringBuilder();
  private Expectation expectation = Expectation.ANYTHING;
  private boolean secretAsked;
  private boolean secretKeyed;
  private long lastKeyMs = -1;
  private @Nullable Outcome ending;
  private long endingSinceMs;
  private boolean ended;
  private boolean leavingMessage;
  private CallResult.Callee callee = CallResult.Callee.UNKNOWN;

  Talk(
      CallFacts facts,
      CallParts parts,
      Dialogue dialogue,
      Mouth mouth,
      CallJournal journal,
      ServiceDesk services,
      ModelDesk model,
      CallTime time,
      Wishes wishes) {
    this.dialogue = dialogue;
    this.mouth = mouth;
    this.journal = journal;
    this.services = services;
    this.model = model;
    this.time = time;
    this.wishes = wishes;
    this.promises = new Promises(facts, parts);
  }

  void tell(ConversationEvent event) {
    if (ending == null) {
      carryOut(dialogue.tell(event), 0);
    }
  }

  /// @param handingOver words said while a person is being fetched are kept, but answered by nobody
  void callerSaid(TurnAction.Commit turn, boolean handingOver) {
    if (handingOver || ending != null) {
      journal.callerSpoke(turn, handingOver ? "while-handing-over" : "after-goodbye", "");
      return;
    }
    long before = time.ms();
    List<ConversationAction> actions =
        dialogue.tell(new ConversationEvent.CallerSaid(turn.words(), turn.confidence()));
    Noted noted = Noted.in(actions);
    journal.callerSpoke(noted.secret() ? hidden(turn) : turn, noted.understoodAs(), noted.rule());
    LOG.info("Turn of {} words understood as {}", turn.words().wordCount(), noted.understoodAs());
    carryOut(actions, time.ms() - before);
  }

  void pressed(Key key) {
    if (ending != null) {
      return;
    }
    List<ConversationAction> actions = dialogue.tell(new ConversationEvent.CallerPressed(key));
    keys.append(key.symbol());
    // Whatever is asked by the time they are written down.
    secretKeyed |= secretAsked;
    // The last digit of a number of known length ends it, and is noted.
    boolean more = expectation == Expectation.DIGITS && key.isDigit() && !Noted.anyIn(actions);
    if (more) {
      lastKeyMs = time.ms();
    } else {
      keysDone(Noted.in(actions));
    }
    carryOut(actions, 0);
  }

  private void keysDone(Noted noted) {
    lastKeyMs = -1;
    Spoken pressed = secretKeyed || noted.secret() ? HIDDEN : new Spoken(keys.toString());
    journal.callerPressed(pressed, noted.understoodAs(), noted.rule());
    keys.setLength(0);
    secretKeyed = false;
  }

  private static TurnAction.Commit hidden(TurnAction.Commit turn) {
    return new TurnAction.Commit(
        HIDDEN, turn.confidence(), turn.startMs(), turn.endMs(), turn.endpointMs(), turn.finalMs());
  }

  /// A service answered; what nobody waits for any more is passed over.
  void serviceAnswered(int id, ServiceResult result) {
    if (services.answered(id, result)) {
      tell(new ConversationEvent.ServiceAnswered(id, result));
    }
  }

  void modelSaid(int id, Sentence sentence) {
    if (model.awaits(id)) {
      tell(new ConversationEvent.ModelSaid(id, sentence));
    }
  }

  void modelEnded(int id, Answer answer) {
    if (model.ended(id, answer)) {
      tell(new ConversationEvent.ModelEnded(id, answer));
    }
  }

  void interrupted(Spoken heard) {
    tell(new ConversationEvent.PromptInterrupted(heard));
    endIfSaid();
  }

  /// Everything that was to be said has been heard.
  void allHeard() {
    tell(new ConversationEvent.PromptHeard());
    endIfSaid();
  }

  void tick() {
    services.overdue().forEach(this::tell);
    if (lastKeyMs >= 0 && time.ms() - lastKeyMs >= KEYS_END_MS) {
      List<ConversationAction> actions = dialogue.tell(new ConversationEvent.KeysEnded());
      keysDone(Noted.in(actions));
      carryOut(actions, 0);
    }
    if (ending != null && time.ms() - endingSinceMs >= GOODBYE_MS) {
      hangUp(ending);
    }
  }

  /// A machine has answered: the conversation hears no more of it.
  void machineAnswered() {
    ending = Outcome.UNANSWERED;
    endingSinceMs = time.ms();
  }

  /// Says it to a machine and hangs up.
  void leaveMessage(Spoken message) {
    machineAnswered();
    ending = Outcome.MESSAGE_LEFT;
    leavingMessage = true;
    SentenceSplitter.split(message.text())
        .forEach(sentence -> mouth.say(new Spoken(sentence), false));
  }

  /// Whether a message was left, to its end.
  boolean isMessageLeft() {
    return leavingMessage && ended;
  }

  /// Who was found to have answered.
  CallResult.Callee callee() {
    return callee;
  }

  /// What the conversation has decided the call's outcome to be, else the one given.
  Outcome outcomeOr(Outcome other) {
    return ending == null ? other : ending;
  }

  private void carryOut(List<ConversationAction> actions, long thinkMs) {
    for (ConversationAction action : actions) {
      switch (action) {
        case ConversationAction.Say(
                Spoken words,
                boolean interruptible,
                List<String> citations) -> {
          journal.replyDecided(thinkMs, citations);
          SentenceSplitter.split(words.text())
              .forEach(sentence -> mouth.say(new Spoken(sentence), interruptible));
        }
        case ConversationAction.Listen(Expectation next, boolean secret) -> {
          expectation = next;
          secretAsked = secret;
          wishes.listen(next);
        }
        case ConversationAction.Wait(var atMost) -> wishes.holdFor(atMost.toMillis());
        case ConversationAction.HandOver(HandOverRequest request) -> {
          wishes.holdFor(WHILE_HANDING_OVER_MS);
          promises.waits();
          wishes.handOver(request);
        }
        case ConversationAction.PromiseCallback promise -> promises.make(promise);
        case ConversationAction.CancelCallback(UUID promise) -> promises.cancel(promise);
        case ConversationAction.NeverCall(var number) -> promises.never(number);
        case ConversationAction.MoveCallback(UUID promise, CallbackWindow window) ->
            promises.move(promise, window);
        case ConversationAction.CallService(int id, ServiceRequest request) ->
            services.ask(id, request);
        case ConversationAction.AskModel(int id, var inquiry) -> model.ask(id, inquiry);
        case ConversationAction.LeaveModel(int id) -> model.leave(id);
        case ConversationAction.Note note -> callee = Noted.callee(note, callee);
        case ConversationAction.Identified(Spoken mail) -> journal.identified(mail);
        case ConversationAction.Pace(boolean slow) ->
            mouth.changePace(slow ? Pace.SLOW : Pace.USUAL);
        case ConversationAction.ChangeLanguage(String code, _) -> {
          LOG.info("The call goes on in {}", code);
          mouth.changeLanguage(code);
          wishes.hear(code);
        }
        case ConversationAction.End(Outcome outcome) -> {
          ending = outcome;
          endingSinceMs = time.ms();
        }
      }
    }
    endIfSaid();
  }

  private void endIfSaid() {
    if (ending != null && mouth.isQuiet()) {
      hangUp(ending);
    }
  }

  private void hangUp(Outcome outcome) {
    if (!ended) {
      ended = true;
      wishes.hangUp(outcome);
    }
  }
}
