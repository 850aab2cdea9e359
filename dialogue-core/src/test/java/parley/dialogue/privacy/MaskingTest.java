package parley.dialogue.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource({
    "card 4111 1111 1111 1111 please, card a card number please",
    "call 0170 9988776 now, call a number ending in 76 now",
    "write to jane.doe+x@mail.example.com, write to a mail address",
    "jane dot doe at example dot com, a mail address",
    "my pin is one two three four okay, my pin is a number okay",
    "two tickets for three days, two tickets for three days",
    "order 123 of 2026, order 123 of 2026",
    "my name is priya raghunathan, my name is a name",
    "i live at forty two maple street, i live at an address",
    "i was born on 12/03/1985, i was born on a date",
    "refund DE89 3704 0044 0532 0130 00 please, refund an account number please",
    "order ORD-20481 is late, order a number ending in 81 is late",
  })
  void numbersAndAddressesAreHidden(String text, String masked) {
    assertEquals(masked, Masking.mask(text));
  }

  @Test
  void maskedTextIsNotMaskedAgain() {
    String text =
        "i am anna schmidt, born 3 july 1979, card 4111 1111 1111 1111, call 0170 9988776";
    String once = Masking.mask(text);
    assertEquals(once, Masking.mask(once));
  }

  @Test
  void placesAreThoseOfTheOriginal() {
    String text = "write to jane.doe@example.org or call 0170 9988776";
    Masked masked = Masking.masked(text);
    assertEquals(
        List.of("MAIL jane.doe@example.org", "PHONE 0170 9988776"),
        masked.findings().stream().map(f -> f.kind() + " " + f.in(text)).toList());
  }

  /// Nothing found is as long as the messages that people send to break things.
  @ParameterizedTest
  @ValueSource(strings = {"a", "one ", "a at b dot ", "1. ", "a@a.a.", "a'", "1,", "\u05d0 "})
  void hugeMessagesAreReadInTime(String piece) {
    String text = piece.repeat(50_000 / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Masking.mask(text));
  }

  @Test
  void cardsAreToldByTheirCheckDigit() {
    assertTrue(CheckDigits.card("4111111111111111"));
    assertTrue(CheckDigits.card("378282246310005"));
    assertFalse(CheckDigits.card("4111111111111112"));
    assertFalse(CheckDigits.card("411111"));
  }
}
