package parley.speech.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

  @Test
  void sentencesArePieces() {
    assertEquals(
        List.of("We are open.", "Come by!", "Any question?", "Call us"),
        SentenceSplitter.split("We are open. Come by!  Any question?\nCall us"));
  }

  @Test
  void abbreviationsDecimalsAndInitialsDoNotEndOne() {
    for (String whole :
        new String[] {
          "Dr. Smith sees you at 3.5 hours past St. John No. 5 today.",
          "The U.S. Office opens on Nov. 21 in the morning.",
          "Write to help@example.com. or see example.com/faq for more.",
          "Bring e.g. Your card, i.e. Visa."
        }) {
      assertEquals(List.of(whole), SentenceSplitter.split(whole));
    }
  }

  @Test
  void blankTextHasNoPieces() {
    assertTrue(SentenceSplitter.split(" \n ").isEmpty());
    assertTrue(SentenceSplitter.split("").isEmpty());
  }

  @Test
  void longSentencesAreCutAtClauses() {
    String text =
        "You can change your address in the app under settings, or you can call us between nine and"
            + " five on any weekday, but please have your customer number at hand because we must"
            + " check who you are.";
    List<String> pieces = SentenceSplitter.split(text);
    assertTrue(pieces.size() >= 2);
    assertTrue(pieces.getFirst().endsWith(","), pieces.getFirst());
    assertAllShort(pieces);
    assertEquals(text, String.join(" ", pieces));
  }

  @Test
  void numbersCountAsTheyAreSaid() {
    assertAllShort(
        SentenceSplitter.split(
            "The amounts are $1,249.50, $7,777.77, $8,888.88, $9,999.99 and $12,345.67 this month."));
  }

  @Test
  void wordsWithoutAnyClauseAreCutAtSpacesAndWithoutSpacesAnywhere() {
    assertAllShort(SentenceSplitter.split("word ".repeat(100)));
    assertAllShort(SentenceSplitter.split("x".repeat(1000)));
  }

  private static void assertAllShort(List<String> pieces) {
    for (String piece : pieces) {
      assertTrue(SpokenText.of(piece).length() <= 112, piece);
      assertTrue(!piece.isBlank());
    }
  }
}
