package parley.dialogue.conversation;

import parley.dialogue.call.Expectation;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
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

  /// "Shall someone call you back?"
  record OfferCallback() implements Question {}

  /// "Which number may we call?" `digits` are those keyed so far.
  record AskNumber(Spoken digits) implements Question {}

  /// "I have one two three. Is that right?"
  record ConfirmNumber(PhoneNumber number) implements Question {}

  default Expectation expectation() {
    return switch (this) {
      case Open _, AnythingElse _, Choose _ -> Expectation.ANYTHING;
      case ConfirmEntry _, ConfirmCommand _, OfferCallback _, ConfirmNumber _ -> Expectation.YES_NO;
      case AskNumber _ -> Expectation.DIGITS;
    };
  }

  /// Whether it belongs to arranging a call back, where rules that count failures have no say.
  default boolean aboutCallback() {
    return switch (this) {
      case OfferCallback _, AskNumber _, ConfirmNumber _ -> true;
      case Open _, AnythingElse _, Choose _, ConfirmEntry _, ConfirmCommand _ -> false;
    };
  }

  /// Whether yes or no answers it.
  default boolean takesYesNo() {
    return switch (this) {
      case AnythingElse _, ConfirmEntry _, ConfirmCommand _, OfferCallback _, ConfirmNumber _ ->
          true;
      case Open _, AskNumber _, Choose _ -> false;
    };
  }
}
