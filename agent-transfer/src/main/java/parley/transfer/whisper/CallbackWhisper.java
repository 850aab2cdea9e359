package parley.transfer.whisper;

import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;

/// What an agent hears who is rung before the customer is called back: whom, why, and that the
/// customer's phone rings next. English, as are the other whispers. Pure; any thread.
public final class CallbackWhisper {

  private static final int SHOWN_DIGITS = 2;

  private CallbackWhisper() {}

  /// @param reason why the customer is called back, for people; may be empty
  public static Spoken of(String reason, PhoneNumber number) {
    String about = WhisperSummary.clean(reason);
    return WhisperSummary.sentence(
        "Call back"
            + (about.isEmpty() ? "" : ", " + about)
            + ", to the number that ends in "
            + last(number.value())
            + ", stay on the line and it is dialled");
  }

  private static String last(String number) {
    String digits = number.replaceAll("[^0-9]", "");
    return String.join(
        " ", digits.substring(Math.max(0, digits.length() - SHOWN_DIGITS)).split(""));
  }
}
