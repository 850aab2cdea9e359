package parley.dialogue.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my card 4111 1111 1111 1234 was charged twice | my card a number ending in 3 4 was charged twice
          call +49 (89) 123-456 please                  | call a number ending in 5 6 please
          it is 555.010.1999                            | it is a number ending in 9 9
          order 4711 did not arrive                     | order 4711 did not arrive
          order four seven one one did not arrive       | order four seven one one did not arrive
          number one two three four five six please     | number a number ending in five six please
          nine double eight oh one two                  | a number ending in one two
          I paid $1,249.50 for two                      | I paid $1,249.50 for two
          I paid $12345678901234567                     | I paid a number ending in 6 7
          at 10:30 on the 5th                           | at 10:30 on the 5th
          someone to fix it for one                     | someone to fix it for one
          """)
  void longNumbersAreReducedToTheirLastTwoDigits(String text, String expected) {
    assertEquals(expected, LongNumbers.masked(text));
  }
}
