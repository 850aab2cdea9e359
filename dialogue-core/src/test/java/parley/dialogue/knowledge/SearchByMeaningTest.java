package parley.dialogue.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialogue.DialogueParts;
import parley.dialogue.Shipped;
import parley.dialogue.understanding.Meaning;
import parley.dialogue.understanding.Understanding;
import parley.dialogue.words.Words;

/// The shipped knowledge, searched by words and by the real model of sentences.
class SearchByMeaningTest {

  private static final double STRONG = 0.62;
  private static final double WORDING = 0.9;

  private static DialogueParts parts;

  @BeforeAll
  static void load() {
    parts = Shipped.byMeaning();
  }

  private static Candidate best(String words) {
    return parts.live().search(words, 1).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "um my gloves are in the trunk of your cab, lost-item",
    "i returned the boots where is the cash, refund-time",
    "my login credentials slipped my mind, forgot-password",
    "is it alright if a puppy comes along, pets",
    "please erase my profile, delete-account",
    "two identical debits on my statement, charged-twice",
    "the chauffeur shouted at me, driver-behavior",
    "someone assaulted me, harassment",
  })
  void noWordNeedsToBeShared(String words, String id) {
    assertEquals(id, best(words).entry().id());
  }

  @Test
  void everyShippedWordingFindsItsOwnEntryAndIsSureOfIt() {
    List<String> missed = new ArrayList<>();
    for (KnowledgeEntry entry : parts.knowledge().entries()) {
      entry
          .variants()
          .filter(words -> {
            Candidate found = best(words);
            return !found.entry().equals(entry) || found.confidence().value() < STRONG;
          })
          .forEach(words -> missed.add(words + " -> " + best(words)));
    }
    assertTrue(missed.size() <= 4, missed.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when was the museum of modern art built",
        "how many legs does a spider have",
        "my aunt collects stamps",
        "sing me a lullaby",
        "which planet is the biggest",
        "i broke up with my girlfriend",
      })
  void aQuestionAboutOtherThingsIsNotAnswered(String words) {
    double sure = best(words).confidence().value();
    assertTrue(sure < STRONG, words + ": " + best(words).entry().id() + " " + sure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"where is my order", "how do i cancel my order", "may i bring my dog"})
  void aWordingBeatsACommandSpottedInIt(String words) {
    assertTrue(best(words).confidence().value() >= WORDING, best(words).toString());
    Understanding understanding = parts.language("en").understanding();
    assertTrue(understanding.meaning(Words.of(words)) instanceof Meaning.Asked);
  }

  @Test
  void theSameWordsFindTheSame() {
    String words = "uh my parcel never turned up at home";
    assertEquals(parts.live().search(words, 5), parts.live().search(words, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!?", "🙂🙂", "\u0000\u0001"})
  void whatHoldsNoWordFindsNothing(String words) {
    assertEquals(List.of(), parts.live().search(words, 3));
  }

  @Test
  void anEndlessMessageIsSearchedForByItsBeginning() {
    StringBuilder words = new StringBuilder("where is my order");
    for (int i = 0; i < 20_000; i++) {
      words.append(" w").append(i);
    }
    assertEquals(3, parts.live().search(words.toString(), 3).size());
    assertEquals(3, new KnowledgeIndex(parts.knowledge()).search(words.toString(), 3).size());
  }
}
