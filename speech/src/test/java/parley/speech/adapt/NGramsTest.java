package parley.speech.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NGramsTest {
  private static final List<String> BEGIN = List.of(NGrams.BEGIN);
  private static final List<String> WORDS = List.of("where", "is", "my", "order", "parcel", "lost");

  @TempDir private Path folder;

  @Test
  void chancesAfterEveryHistoryAddUpToOne() {
    NGrams mixed = base().with(site(), 0.25);
    for (List<String> history : mixed.histories().keySet()) {
      double sum = mixed.chance(history, NGrams.END);
      for (String word : WORDS) {
        sum += mixed.chance(history, word);
      }
      assertEquals(1, sum, 1e-9, () -> "after " + history);
    }
  }

  @Test
  void theSitesSentencesBecomeLikelierAndOthersStayPossible() {
    NGrams base = base();
    NGrams mixed = base.with(site(), 0.25);
    assertTrue(sentence(mixed, "my", "parcel", "is", "lost") > 5 * sentence(base, "my", "parcel"));
    double before = sentence(base, "where", "is", "my", "order");
    assertTrue(sentence(mixed, "where", "is", "my", "order") > before / 3);
  }

  @Test
  void aHistoryThatTheSiteNeverSaidKeepsItsChances() {
    NGrams base = base();
    NGrams mixed = base.with(site(), 0.25);
    assertEquals(base.chance(List.of("where"), "is"), mixed.chance(List.of("where"), "is"), 1e-12);
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    NGrams mixed = base().with(site(), 0.25);
    Map<Integer, String> labels = new HashMap<>(Map.of(0, "<eps>"));
    WORDS.forEach(word -> labels.put(labels.size(), word));
    Path file = folder.resolve("Gr.fst");
    Files.write(file, WordGraph.file(mixed, word -> WORDS.indexOf(word) + 1).array());
    NGrams read = WordGraph.read(file, labels);
    assertEquals(mixed.histories().keySet(), read.histories().keySet());
    mixed
        .histories()
        .forEach((history, after) ->
            after.chance.forEach(
                (word, chance) -> assertEquals(chance, read.chance(history, word), 1e-6)));
  }

  private static double sentence(NGrams model, String... words) {
    List<String> line = new java.util.ArrayList<>(List.of(NGrams.BEGIN));
    line.addAll(List.of(words));
    line.add(NGrams.END);
    double chance = 1;
    for (int i = 1; i < line.size(); i++) {
      chance *= model.chance(line.subList(Math.max(0, i - 2), i), line.get(i));
    }
    return chance;
  }

  private static NGrams base() {
    Counts said = new Counts();
    said.add(List.of("where", "is", "my", "order"), 5);
    said.add(List.of("is", "my", "order", "lost"), 2);
    said.add(List.of("my", "order"), 3);
    NGrams even = new NGrams();
    WORDS.forEach(word -> even.after(List.of()).chance.put(word, 1.0 / (WORDS.size() + 1)));
    even.after(List.of()).chance.put(NGrams.END, 1.0 / (WORDS.size() + 1));
    even.after(BEGIN).backoff = 1;
    return even.with(said, 0.9);
  }

  private static Counts site() {
    Counts counts = new Counts();
    counts.add(List.of("my", "parcel", "is", "lost"), 3);
    return counts;
  }
}
