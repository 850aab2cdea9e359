package parley.dialogue.conversation;

import java.util.Optional;
import parley.dialogue.call.Spoken;
import parley.dialogue.entities.CallerContext;
import parley.dialogue.flows.Slot;
import parley.dialogue.flows.SlotKind;
import parley.dialogue.flows.SlotListening;
import parley.dialogue.understanding.Digits;
import parley.dialogue.understanding.Meaning;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.understanding.YesNo;
import parley.dialogue.words.Words;

/// Reads a turn as the answer to a flow's question, and tells it from a command or a question that
/// the caller puts instead. Pure.
final class SlotReading {

  private static final int LEAST_QUESTION = 4;

  /// Fewer digits are a word in a sentence ("one moment").
  private static final int SPOKEN_NUMBER = 3;

  private final Tools tools;
  private final SlotListening listening;

  SlotReading(Tools tools) {
    this.tools = tools;
    this.listening = tools.listening();
  }

  /// Empty when the words are no answer to a flow's question.
  Optional<Reading> read(Question question, Spoken spoken, Words words, CallerContext context) {
    return switch (question) {
      case Question.AskSlot(Slot slot, _) -> answer(slot, spoken, words, context);
      case Question.ConfirmSlot(Slot slot) -> corrected(slot, spoken, words, context);
      case Question.Open _,
          Question.AnythingElse _,
          Question.ConfirmEntry _,
          Question.ConfirmCommand _,
          Question.Choose _,
          Question.OfCallback _,
          Question.OfferFlow _,
          Question.OfferLanguage _,
          Question.AwaitService _ ->
          Optional.empty();
    };
  }

  private Optional<Reading> answer(Slot slot, Spoken spoken, Words words, CallerContext context) {
    if (asksSomething(words)) {
      return Optional.empty();
    }
    if (slot.kind() instanceof SlotKind.FreeWords && isCommand(words)) {
      return Optional.empty();
    }
    Optional<Reading> told =
        listening.value(slot.kind(), spoken, context).map(Reading.SlotTold::new);
    boolean someDigits =
        slot.kind() instanceof SlotKind.Digits && Digits.from(words).length() >= SPOKEN_NUMBER;
    return told.isEmpty() && someDigits ? Optional.of(new Reading.SlotTold(Spoken.NOTHING)) : told;
  }

  /// "No, it is four five six": the other value counts. A value alone does too, where it is not a
  /// yes or a no.
  private Optional<Reading> corrected(
      Slot slot, Spoken spoken, Words words, CallerContext context) {
    YesNo.Answer answer = tools.understanding().yesNo().parse(words);
    boolean yes = answer.kind() == YesNo.Kind.YES;
    boolean plain =
        slot.kind() instanceof SlotKind.FreeWords || slot.kind() instanceof SlotKind.YesNo;
    return yes || plain || asksSomething(words)
        ? Optional.empty()
        : listening.value(slot.kind(), spoken, context).map(Reading.SlotTold::new);
  }

  private boolean asksSomething(Words words) {
    return words.size() >= LEAST_QUESTION
        && tools.understanding().meaning(words) instanceof Meaning.Asked asked
        && asked.candidates().getFirst().confidence().value() >= Understanding.WORDING;
  }

  private boolean isCommand(Words words) {
    return tools.understanding().meaning(words) instanceof Meaning.Steered steered
        && steered.coverage() == 1;
  }
}
