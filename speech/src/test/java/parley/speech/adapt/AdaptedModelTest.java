package parley.speech.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.speech.TestFolders;
import parley.speech.recognize.ModelFolder;
import parley.speech.synthesize.MaryPronouncer;

/// On the model that comes with Parley.
class AdaptedModelTest {
  private static final Pronouncer NEVER = _ -> Optional.empty();
  private static final Path MODEL = TestFolders.model().path();

  @TempDir private Path state;

  @Test
  void withoutNewWordsTheGraphOfSoundsIsTheShippedOneByteForByte() throws IOException {
    Transitions transitions =
        new Transitions(Files.readAllLines(MODEL.resolve("words/classes.txt")));
    WordTree tree = new WordTree(Lexicon.read(MODEL.resolve("words/lexicon.txt.gz")), transitions);
    assertArrayEquals(
        Files.readAllBytes(MODEL.resolve("graph/HCLr.fst")),
        new SoundGraph(tree, transitions).file());
  }

  @Test
  void theShippedLanguageModelIsReadAndWrittenBackUnchanged() throws IOException {
    Map<Integer, String> labels = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (String line : Files.readAllLines(MODEL.resolve("graph/words.txt"))) {
      String[] columns = line.split(" ");
      labels.put(Integer.valueOf(columns[1]), columns[0]);
      numbers.put(columns[0], Integer.valueOf(columns[1]));
    }
    NGrams read = WordGraph.read(MODEL.resolve("graph/Gr.fst"), labels);
    Path again = state.resolve("Gr.fst");
    Files.write(again, WordGraph.file(read, word -> numbers.getOrDefault(word, 0)).array());
    NGrams reread = WordGraph.read(again, labels);
    assertEquals(read.histories().keySet(), reread.histories().keySet());
    assertEquals(Files.size(MODEL.resolve("graph/Gr.fst")), Files.size(again));
    List<String> history = List.of("would", "like");
    assertEquals(read.chance(history, "to"), reread.chance(history, "to"), 1e-6);
    assertTrue(read.chance(history, "to") > 0.3);
  }

  @Test
  void newWordsAreAddedAndListed() {
    SiteWords site =
        new SiteWords(
            List.of(new SiteWords.Sentence("Is my Zorbiflex ready?", 4)),
            List.of(
                new SiteWords.Entry("quandrell", Optional.of(phones("K W AA N D R EH L"))),
                new SiteWords.Entry("order", Optional.empty())));
    AdaptedModel adapted =
        AdaptedModel.of(TestFolders.model(), site, state, new MaryPronouncer(), false);
    assertTrue(adapted.builtNow());
    assertEquals(List.of("quandrell", "zorbiflex"), adapted.adaptation().added());
    assertEquals(List.of("zorbiflex"), adapted.adaptation().derived());
    assertEquals(List.of(), adapted.adaptation().unknown());
    assertEquals(Optional.empty(), ModelFolder.problem(adapted.folder().path()));
  }

  @Test
  void wordsWithoutAnyPronunciationAreListedNotSkippedSilently() {
    SiteWords site =
        new SiteWords(List.of(new SiteWords.Sentence("my zorbiflex order", 1)), List.of());
    Adaptation told = AdaptedModel.of(TestFolders.model(), site, state, NEVER, false).adaptation();
    assertEquals(List.of("zorbiflex"), told.unknown());
    assertEquals(List.of(), told.added());
  }

  @Test
  void itIsBuiltOnceAndAgainWhenTheWordsChange() throws IOException {
    SiteWords one = new SiteWords(List.of(new SiteWords.Sentence("where is it", 1)), List.of());
    SiteWords two = new SiteWords(List.of(new SiteWords.Sentence("where is he", 1)), List.of());
    Path first = AdaptedModel.of(TestFolders.model(), one, state, NEVER, false).folder().path();
    assertFalse(AdaptedModel.of(TestFolders.model(), one, state, NEVER, false).builtNow());
    assertTrue(AdaptedModel.of(TestFolders.model(), one, state, NEVER, true).builtNow());
    assertTrue(AdaptedModel.of(TestFolders.model(), two, state, NEVER, false).builtNow());
    assertFalse(Files.exists(first));
    try (Stream<Path> left = Files.list(state.resolve("adapted"))) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void aModelThatWasLeftBrokenIsBuiltAgain() throws IOException {
    SiteWords site = new SiteWords(List.of(new SiteWords.Sentence("where is it", 1)), List.of());
    Path built = AdaptedModel.of(TestFolders.model(), site, state, NEVER, false).folder().path();
    Files.delete(built.resolve("graph/Gr.fst"));
    assertTrue(AdaptedModel.of(TestFolders.model(), site, state, NEVER, false).builtNow());
    assertTrue(Files.exists(built.resolve("graph/Gr.fst")));
  }

  @Test
  void aModelWithoutALexiconKeepsItsWordsAndNumbers() throws IOException {
    Path foreign = copyWithoutLexicon();
    SiteWords site =
        new SiteWords(List.of(new SiteWords.Sentence("is my zorbiflex order lost", 1)), List.of());
    AdaptedModel adapted =
        AdaptedModel.of(ModelFolder.at(foreign), site, state, new MaryPronouncer(), false);
    assertEquals(List.of("zorbiflex"), adapted.adaptation().unknown());
    Path graph = adapted.folder().path().resolve("graph");
    assertEquals(-1, Files.mismatch(graph.resolve("words.txt"), MODEL.resolve("graph/words.txt")));
    assertEquals(-1, Files.mismatch(graph.resolve("HCLr.fst"), MODEL.resolve("graph/HCLr.fst")));
  }

  @Test
  void aModelWithOneReadyMadeGraphIsRefused() throws IOException {
    Path foreign = copyWithoutLexicon();
    Files.move(foreign.resolve("graph/HCLr.fst"), foreign.resolve("graph/HCLG.fst"));
    SiteWords site = new SiteWords(List.of(), List.of());
    ModelFolder whole = ModelFolder.at(foreign);
    String told =
        String.valueOf(
            assertThrows(
                    AdaptException.class, () -> AdaptedModel.of(whole, site, state, NEVER, false))
                .getMessage());
    assertTrue(told.contains("one ready-made graph"), told);
  }

  private Path copyWithoutLexicon() throws IOException {
    Path copy = state.resolve("vosk-model-small-en-us-9");
    try (Stream<Path> files = Files.walk(MODEL)) {
      for (Path file : files.filter(f -> !f.toString().contains("/words/")).toList()) {
        Path target = copy.resolve(MODEL.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    Files.deleteIfExists(copy.resolve("words"));
    return copy;
  }

  private static List<String> phones(String text) {
    return List.of(text.split(" "));
  }
}
