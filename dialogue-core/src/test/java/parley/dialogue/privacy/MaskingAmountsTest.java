package parley.dialogue.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingAmountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I paid $12.50 for it       | I paid $12.50 for it
          I paid €1,249.50, twice    | I paid €1,249.50, twice
          I paid £ 1249              | I paid £ 1249
          pay $4111111111111111 now  | pay $a card number now
          """)
  void amountsStayAndNumbersDressedAsAmountsDoNot(String text, String expected) {
    assertEquals(expected, Masking.mask(text));
  }
}
