package parley.dialogue.conversation;

import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.Expectation;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.flows.Slot;
import parley.dialogue.flows.SlotKind;
import parley.dialogue.understanding.Command;

/// What Parley asked last, which gives a "yes" or a digit its meaning.
public sealed interface Question {

  /// "How can I help you?", or nothing in particular after an answer.
  record Open() implements Question {}

  /// "Is there anything else?"
  record AnythingElse() implements Question {}

  /// "Do you mean ...?"
  record ConfirmEntry(String entry) implements Question {}

  /// "Would you like to talk to a person?"
  record ConfirmCommand(Command command) implements Question {}

  /// "Press one for ..., two for ..."
  record Choose(String first, String second) implements Question {}

  /// What belongs to calling back.
  sealed interface OfCallback extends Question {}

  /// "Shall someone call you back?"
  record OfferCallback() implements OfCallback {}

  /// "Which number may we call?" `digits` are those keyed so far.
  record AskNumber(Spoken digits) implements OfCallback {}

  /// "I have one two three. Is that right?"
  record ConfirmNumber(PhoneNumber number) implements OfCallback {}

  /// "When would suit you?"
  record AskWhen() implements OfCallback {}

  /// "What time is it where you are?"
  record AskZone() implements OfCallback {}

  /// "We can call you tomorrow between four and five, on one two three. Is that right?" Without a
  /// window: as soon as it is their turn.
  record ConfirmCallback(PhoneNumber number, Optional<CallbackWindow> window)
      implements OfCallback {}

  /// "Shall I cancel the call tomorrow?"
  record ConfirmCancel(UUID callback) implements OfCallback {}

  /// In a call that we make: "Am I speaking with the person who asked?"
  record AskWho() implements OfCallback {}

  /// "Shall I look that up for you?"
  record OfferFlow(String flow) implements Question {}

  /// "Shall I connect you with somebody who speaks it?"
  record OfferLanguage(String code) implements Question {}

  /// A flow asks for something; `keyed` are the digits keyed so far.
  record AskSlot(Slot slot, Spoken keyed) implements Question {}

  /// A flow reads back what it was told. "Is that right?"
  record ConfirmSlot(Slot slot) implements Question {}

  /// Nothing is asked: a service is.
  record AwaitService() implements Question {}

  default Expectation expectation() {
    return switch (this) {
      case Open _, AnythingElse _, Choose _, AwaitService _, AskZone _ -> Expectation.ANYTHING;
      case ConfirmEntry _,
          ConfirmCommand _,
          OfferCallback _,
          ConfirmNumber _,
          ConfirmCallback _,
          ConfirmCancel _,
          AskWho _,
          OfferFlow _,
          OfferLanguage _,
          ConfirmSlot _ ->
          Expectation.YES_NO;
      case AskNumber _ -> Expectation.DIGITS;
      case AskWhen _ -> Expectation.DATE_TIME;
      case AskSlot(Slot slot, _) -> slot.kind().expectation();
    };
  }

  /// Whether it belongs to arranging a call back, where rules that count failures have no say.
  default boolean aboutCallback() {
    return this instanceof OfCallback;
  }

  /// Whether yes or no answers it.
  default boolean takesYesNo() {
    return switch (this) {
      case AnythingElse _,
          ConfirmEntry _,
          ConfirmCommand _,
          OfferCallback _,
          ConfirmNumber _,
          ConfirmCallback _,
          ConfirmCancel _,
          AskWho _,
          OfferFlow _,
          OfferLanguage _,
          ConfirmSlot _ ->
          true;
      case AskSlot(Slot slot, _) -> slot.kind() instanceof SlotKind.YesNo;
      case Open _, AskNumber _, AskWhen _, AskZone _, Choose _, AwaitService _ -> false;
    };
  }

  /// Whether a flow asks it.
  default boolean ofFlow() {
    return this instanceof AskSlot || this instanceof ConfirmSlot || this instanceof AwaitService;
  }

  /// Whether the answer is a secret that is not to be kept.
  default boolean secret() {
    return this instanceof AskSlot(Slot slot, _) && slot.secret();
  }
}
