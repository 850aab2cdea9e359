package parley.dialogue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which sentences of a passage are said.
class ExcerptTest {

  private static final List<String> SENTENCES =
      List.of(
          "The lake is open all year.",
          "Boats cost nine euros an hour.",
          "They are brought back before sunset.",
          "Fishing needs a licence.");

  private static List<String> said(Map<String, Double> nearness) {
    return Excerpt.of(SENTENCES, sentence -> nearness.getOrDefault(sentence, 0.2)).of(SENTENCES);
  }

  @Test
  void theSentenceThatIsNearestIsSaidAlone() {
    assertEquals(List.of(SENTENCES.get(3)), said(Map.of(SENTENCES.get(3), 0.8)));
  }

  @Test
  void neighboursThatAreNearlyAsNearAreSaidToo() {
    assertEquals(
        SENTENCES.subList(0, 2), said(Map.of(SENTENCES.get(1), 0.8, SENTENCES.get(0), 0.75)));
  }

  @Test
  void whatGoesOnFromTheSentenceBeforeIsNotSaidWithoutIt() {
    assertEquals(SENTENCES.subList(1, 3), said(Map.of(SENTENCES.get(2), 0.8)));
  }

  @Test
  void neverMoreThanThreeSentencesOrTwentySeconds() {
    assertEquals(3, Excerpt.of(SENTENCES, _ -> 0.5).of(SENTENCES).size());
    List<String> all = List.of("a".repeat(200), "b".repeat(200));
    assertEquals(1, Excerpt.of(all, _ -> 0.5).of(all).size());
  }

  @Test
  void aCitationNamesTheSentencesAgain() {
    Passage passage =
        new Passage("lake.md#boats", List.of("Lake"), SENTENCES, "", Optional.empty());
    String citation = passage.citation(1, 2);
    assertEquals("lake.md#boats/2-3", citation);
    assertEquals("lake.md#boats", Passage.idOf(citation));
    assertEquals(Optional.of(new Excerpt(1, 2)), passage.sentencesOf(citation));
    assertTrue(passage.sentencesOf("lake.md#boats/4-9").isEmpty());
    assertTrue(passage.sentencesOf("lake.md#boats").isEmpty());
  }
}
