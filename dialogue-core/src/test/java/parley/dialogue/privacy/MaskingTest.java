package parley.dialogue.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource({
    "card 4111 1111 1111 1111 please, card a card number please",
    "call 0170 9988776 now, call a number ending in 76 now",
    "write to jane.doe+x@mail.example.com, write to a mail address",
    "jane dot doe at example dot com, a mail address",
    "my pin is one two three four okay, my pin is a number okay",
    "two tickets for three days, two tickets for three days",
    "order 123 of 2026, order 123 of a number ending in 26",
  })
  void numbersAndAddressesAreHidden(String text, String masked) {
    assertEquals(masked, Masking.mask(text));
  }

  @Test
  void cardsAreToldByTheirCheckDigit() {
    assertTrue(CheckDigits.card("4111111111111111"));
    assertTrue(CheckDigits.card("378282246310005"));
    assertFalse(CheckDigits.card("4111111111111112"));
    assertFalse(CheckDigits.card("411111"));
  }
}
