package parley.dialogue.conversation;

import java.time.ZoneId;
import parley.dialogue.call.Spoken;

/// What a turn says about calling back.
sealed interface CallbackWords {

  /// @param number digits as they were told; empty for none
  /// @param when the words that name a time; empty where none do
  record Told(String number, Spoken when) implements CallbackWords {

    @Override
    public String toString() {
      return "Told";
    }
  }

  record OtherNumber() implements CallbackWords {}

  record Zone(ZoneId zone) implements CallbackWords {}

  /// "When will you call me?"
  record AskedWhen() implements CallbackWords {}

  record Cancel() implements CallbackWords {}

  /// A promised call is to come at another time; `when` is empty where none was named.
  record Move(Spoken when) implements CallbackWords {}

  /// Who answered our call did not ask for it.
  record NotThem() implements CallbackWords {}

  /// Who answered our call has no time.
  record NotNow(Spoken when) implements CallbackWords {}

  /// Who answered our call wants no other one.
  record NeverAgain() implements CallbackWords {}

  /// How the log names it.
  default String key() {
    return switch (this) {
      case Told(String number, _) -> number.isEmpty() ? "callback-when" : "number";
      case OtherNumber _ -> "other-number";
      case Zone _ -> "zone";
      case AskedWhen _ -> "callback-asked-when";
      case Cancel _ -> "callback-cancel";
      case Move _ -> "callback-move";
      case NotThem _ -> "other-person";
      case NotNow _ -> "not-now";
      case NeverAgain _ -> "never-again";
    };
  }
}
