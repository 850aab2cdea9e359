package parley.transfer.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import parley.dialogue.call.PhoneNumber;

/// What an agent hears before a customer is called back.
class CallbackWhisperTest {

  private static String whisper(String reason, String number) {
    return CallbackWhisper.of(reason, new PhoneNumber(number)).text();
  }

  @Test
  void itSaysWhyAndTheLastDigitsOfTheNumber() {
    assertEquals(
        "Call back, asked about a refund, to the number that ends in 4 2, stay on the line and it"
            + " is dialled.",
        whisper("asked about a refund.", "+358 40 1234542"));
  }

  @Test
  void withoutAReasonItIsShort() {
    assertEquals(
        "Call back, to the number that ends in 2 0, stay on the line and it is dialled.",
        whisper("", "20"));
  }

  @Test
  void longNumbersInTheReasonAreNotSpokenOut() {
    String heard = whisper("card 4111 1111 1111 1111 was charged twice", "+358401234567");
    assertEquals(-1, heard.indexOf("4111"), heard);
  }
}
