package parley.server.eval.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PartialWordsTest {
  private final PartialWords partials = new PartialWords();

  private void show(String words) {
    partials.show(TestSet.words(words));
  }

  @Test
  void wordsThatOnlyGrowAreStable() {
    show("where");
    show("where is");
    show("where is my order");
    partials.end(4);
    assertEquals(new PartialWords.Counts(3, 0, 0, 4), partials.counts());
  }

  @Test
  void aWordThatChangesOrVanishesIsTakenBack() {
    show("wear");
    show("where is");
    show("where is my");
    show("where is");
    show("oh where is");
    partials.end(3);
    PartialWords.Counts counts = partials.counts();
    assertEquals(new PartialWords.Counts(5, 2, 2, 3), counts);
    assertEquals(0.4, counts.changedShare());
    assertEquals(200.0 / 3, counts.takenBackPer100Words(), 1e-9);
  }

  @Test
  void theNextUtteranceTakesNothingBack() {
    show("yes");
    partials.end(1);
    show("no");
    partials.end(1);
    assertEquals(new PartialWords.Counts(2, 0, 0, 2), partials.counts());
  }

  @Test
  void nothingShownIsNoShare() {
    assertEquals(0, partials.counts().changedShare());
    assertEquals(0, partials.counts().takenBackPer100Words());
  }
}
