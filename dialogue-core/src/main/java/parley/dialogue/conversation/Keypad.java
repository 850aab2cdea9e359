package parley.dialogue.conversation;

import java.util.Optional;
import parley.dialogue.call.Confidence;
import parley.dialogue.call.Key;
import parley.dialogue.call.Spoken;
import parley.dialogue.conversation.ConversationState.LastPrompt;
import parley.dialogue.flows.Slot;
import parley.dialogue.flows.SlotKind;
import parley.dialogue.flows.SlotListening;
import parley.dialogue.understanding.Command;
import parley.dialogue.words.Words;

/// Keys: 0 a person, * repeats, # ends digits, 1 and 2 choose or say yes and no; while a number is
/// asked for, digits are digits. Pure.
final class Keypad {

  private final Tools tools;
  private final Replies replies;
  private final CallbackTalk callback;
  private final FlowTalk flows;
  private final SlotListening listening;

  Keypad(Tools tools, Replies replies, CallbackTalk callback, FlowTalk flows) {
    this.tools = tools;
    this.replies = replies;
    this.callback = callback;
    this.flows = flows;
    this.listening = tools.listening();
  }

  void pressed(Scene scene, Key key) {
    if (scene.question instanceof Question.AskNumber(Spoken digits)) {
      digit(scene, digits.text(), key);
    } else if (scene.question instanceof Question.AskSlot asked
        && asked.slot().kind() instanceof SlotKind.Digits kind) {
      slotDigit(scene, asked, kind, key);
    } else if (key.symbol() == '*') {
      act(scene, new Reading.Steered(Command.REPEAT, Words.NONE));
    } else if (key.symbol() == '0') {
      act(scene, new Reading.Steered(Command.PERSON, Words.NONE));
    } else if (key.isDigit()) {
      act(scene, meant(scene.question, key).orElseGet(Reading.NotUnderstood::new));
    }
    // # alone and A to D mean nothing here: Parley goes on listening.
  }

  void ended(Scene scene) {
    if (scene.question instanceof Question.AskNumber(Spoken digits) && !digits.isEmpty()) {
      number(scene, digits.text());
    } else if (scene.question instanceof Question.AskSlot asked && !asked.keyed().isEmpty()) {
      slot(scene, asked);
    }
  }

  /// The last digit that a slot takes ends it without a hash.
  private void slotDigit(Scene scene, Question.AskSlot asked, SlotKind.Digits kind, Key key) {
    if (key.isDigit()) {
      Spoken keyed = new Spoken(asked.keyed().text() + key.symbol());
      Question.AskSlot next = new Question.AskSlot(asked.slot(), keyed);
      scene.ask(next);
      if (keyed.text().length() >= kind.most()) {
        slot(scene, next);
      }
    } else if (key.symbol() == '*') {
      scene.ask(new Question.AskSlot(asked.slot(), Spoken.NOTHING));
      act(scene, new Reading.Steered(Command.REPEAT, Words.NONE));
    } else if (key.symbol() == '#' && !asked.keyed().isEmpty()) {
      slot(scene, asked);
    }
  }

  private void slot(Scene scene, Question.AskSlot asked) {
    scene.tally = scene.tally.turn(false, false);
    Spoken value =
        listening.value(asked.slot().kind(), asked.keyed(), scene.context()).orElse(Spoken.NOTHING);
    scene.note(new Reading.SlotTold(value).key(), Confidence.CERTAIN, "", asked.slot().secret());
    flows.told(scene, value);
  }

  private void digit(Scene scene, String digits, Key key) {
    if (key.isDigit()) {
      scene.ask(new Question.AskNumber(new Spoken(digits + key.symbol())));
    } else if (key.symbol() == '*') {
      scene.ask(new Question.AskNumber(Spoken.NOTHING));
      act(scene, new Reading.Steered(Command.REPEAT, Words.NONE));
    } else if (key.symbol() == '#') {
      number(scene, digits);
    }
  }

  private void number(Scene scene, String digits) {
    scene.tally = scene.tally.turn(false, false);
    scene.note("number", Confidence.CERTAIN, "");
    callback.number(scene, digits);
  }

  private Optional<Reading> meant(Question question, Key key) {
    if (question instanceof Question.AskSlot(Slot slot, _)) {
      Optional<Reading> option =
          listening.option(slot.kind(), key.symbol() - '0').map(Reading.SlotTold::new);
      if (option.isPresent()) {
        return option;
      }
    }
    boolean first = key.symbol() == '1';
    if (!first && key.symbol() != '2') {
      return Optional.empty();
    }
    if (question instanceof Question.Choose(String one, String two)) {
      return tools.knowledge().find(first ? one : two).map(Reading.Chosen::new);
    }
    return question.takesYesNo()
        ? Optional.of(first ? new Reading.Yes() : new Reading.No())
        : Optional.empty();
  }

  private void act(Scene scene, Reading reading) {
    scene.tally = scene.tally.turn(false, false);
    if (!(scene.question instanceof Question.AwaitService)) {
      scene.tally = reading.understood() ? scene.tally.understood() : scene.tally.failed();
    }
    scene.last = new LastPrompt(scene.last.says(), scene.last.answer(), false);
    scene.note(reading.key(), Confidence.CERTAIN, "", scene.question.secret());
    replies.to(scene, reading);
  }
}
