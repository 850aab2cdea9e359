package parley.dialogue.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in is read in time that grows with its length, and never ends in an error.
class HostileTextTest {
  private static final int LENGTH = 100_000;

  /// Far more than a slow machine needs, far less than time that grows with the square of the
  /// length.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> PIECES =
      List.of(
          ("one|twenty|hundred|thousand|and|a|half|past|to|the|third|of|march|may|2027|31|12|4711|-|/|.|:|,|@"
                  + "|at|dot|com|order|number|pay|dash|euros|cents|$|€|%|in|ago|hours|next|friday|week"
                  + "|am|p|m|between|from|midnight|night|my name is|speaking|mr|street|dozen|double"
                  + "|plus|+|(|)|[|]|no sorry|\n|😀|مرحبا|\u0000|\ud800|١٢|e\u0301|'|_")
              .split("\\|"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 ",
        "a@",
        "one hundred and ",
        "a at ",
        "order number ",
        "10:00-",
        "😀",
        "\ud800"
      })
  void aLongRowOfTheSameIsRead(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    assertTimeoutPreemptively(PATIENCE, () -> Case.found(text));
  }

  @Test
  void anyMixtureIsRead() {
    Random random = new Random(20270303);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = random.nextInt(12); words >= 0; words--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextInt(4) > 0 ? " " : "");
      }
      placesAreInOrder(text.toString());
    }
  }

  @Test
  void binaryIsRead() {
    Random random = new Random(7);
    char[] chars = new char[LENGTH];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) random.nextInt(Character.MAX_VALUE + 1);
    }
    placesAreInOrder(new String(chars));
  }

  @Test
  void anEmptyTextHasNothing() {
    assertEquals("-", Case.found(""));
    assertEquals("-", Case.found(" \n\t "));
  }

  @Test
  void aValueBetweenOtherScriptsIsFound() {
    assertEquals("money=20.00 EUR", Case.found("مرحبا 20 € كيف"));
    assertEquals("money=12.00 EUR", Case.found("١٢ €"));
    assertEquals("order=4711", Case.found("😀order 4711😀"));
  }

  @Test
  void numbersTooLongToCountAreNotCounted() {
    assertEquals("-", Case.found("9".repeat(40) + " kilos"));
    assertEquals("-", Case.found("$" + "9".repeat(40)));
    assertEquals("-", Case.found("in 99999999999 days").replaceAll("quantity=.*", "-"));
  }

  private static void placesAreInOrder(String text) {
    int end = 0;
    for (Entity entity : new EntityFinder(ReferenceShape.USUAL).find(text, Case.USUAL)) {
      assertTrue(entity.start() >= end && entity.end() <= text.length());
      end = entity.end();
    }
  }
}
