package parley.speech.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrammarTest {
  private final ModelWords model = new ModelWords(Set.of("yes", "no", "please", "[unk]"));

  @Test
  void phrasesBecomeAListWithTheUnknownSound() {
    Grammar grammar = Grammar.of(phrases("Yes please", "no"), model);
    assertEquals("[\"yes please\",\"no\",\"[unk]\"]", grammar.json());
    assertTrue(grammar.unknownWords().isEmpty());
  }

  @Test
  void wordsThatTheModelDoesNotKnowAreLeftOut() {
    Grammar grammar = Grammar.of(phrases("yes madam", "no", "madam"), model);
    assertEquals("[\"yes\",\"no\",\"[unk]\"]", grammar.json());
    assertEquals(Set.of("madam"), grammar.unknownWords());
  }

  @Test
  void phrasesWithNoKnownWordLeaveTheModelOpen() {
    Grammar grammar = Grammar.of(phrases("madam", " "), model);
    assertTrue(grammar.isOpen());
    assertEquals("test", grammar.name());
  }

  @Test
  void quotesCannotBreakTheList() {
    ModelWords odd = new ModelWords(Set.of("a\"b"));
    assertEquals("[\"a\\\"b\"]", Grammar.of(phrases("a\"b"), odd).json());
  }

  @Test
  void openIsOpen() {
    assertTrue(Grammar.of(Vocabulary.OPEN, model).isOpen());
  }

  @Test
  void expectedPhrasesAreNotAllThatCanBeSaid() {
    Grammar grammar =
        Grammar.of(
            new Vocabulary.Expected(new Vocabulary.Phrases("test", List.of("yes please", "no"))),
            model);
    assertTrue(grammar.othersToo());
    assertEquals(Set.of("yes", "please", "no"), grammar.words());
    assertFalse(Grammar.of(phrases("yes", "no"), model).othersToo());
  }

  private static Vocabulary phrases(String... phrases) {
    return new Vocabulary.Phrases("test", List.of(phrases));
  }
}
