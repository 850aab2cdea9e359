package parley.dialogue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.dialogue.Shipped;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.files.Problems;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeFiles;

/// Entries out into files, and back.
class KnowledgeExchangeTest {

  private static final String HOUSE =
      """
      category: house
      entries:
        # Read aloud before changing.
        - id: pool
          question: When does the pool open?
          also: [is the pool open, "swim | dive, at night"]
          keywords: [pool]
          answer: At seven, "sharp".
          valid-until: 2026-08-31
        - id: bar
          question: "What: does the bar serve?"
          answer: Juice.
          active: false
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aHouse() throws IOException {
    write("house.yaml", HOUSE);
  }

  private Path write(String file, String text) throws IOException {
    return Files.writeString(folder.resolve(file), text);
  }

  private KnowledgeBase read(Path from) {
    Problems problems = new Problems();
    KnowledgeBase base = KnowledgeFiles.read(from, from, problems);
    problems.throwIfAny();
    return base;
  }

  private KnowledgeBase house() {
    return read(folder);
  }

  private List<String> imported(String file, String text) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path path = Files.writeString(outside.resolve(file), text);
    KnowledgeImport work = new KnowledgeImport(folder, folder);
    List<String> lines =
        work.read(path, ExchangeFormat.of(path).orElseThrow()).stream()
            .map(ImportLine::toString)
            .toList();
    work.write();
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsExportedComesBackTheSame(ExchangeFormat format, @TempDir Path other)
      throws IOException {
    Files.writeString(
        other.resolve("seed.yaml"),
        "category: seed\nentries:\n- {id: seed, question: Seed, answer: Seed.}\n");
    List<KnowledgeEntry> entries = new ArrayList<>(Shipped.parts().knowledge().entries());
    entries.addAll(house().entries());
    Path out =
        Files.writeString(
            folder.resolve("all." + format.name().toLowerCase(Locale.ROOT)),
            EntryText.of(entries, format, _ -> Optional.empty()));
    KnowledgeImport work = new KnowledgeImport(other, other);
    List<ImportLine> lines = work.read(out, format);
    assertTrue(lines.stream().noneMatch(ImportLine::refused), lines.toString());
    work.write();
    KnowledgeBase back = read(other);
    for (KnowledgeEntry entry : entries) {
      assertEquals(entry, back.find(entry.id()).orElseThrow());
    }
  }

  @Test
  void eachLineIsToldWhatBecameOfIt() throws IOException {
    List<String> lines =
        imported(
            "new.csv",
            """
            id,question,answer,valid-until,usage-count
            pool,When does the pool open?,At eight.,,7
            bar,,,,
            sauna,"How hot, really?",Ninety degrees.,,
            Bad Id,Why?,Because.,,
            gym,Is there a gym?,,,
            sauna,Again?,No.,,
            lift,Is there a lift?,Yes.,tomorrow,
            """);
    assertEquals(
        List.of(
            "outside/new.csv:2  pool  changed",
            "outside/new.csv:3  bar  same",
            "outside/new.csv:4  sauna  added"),
        lines.subList(0, 3));
    assertTrue(lines.get(3).contains("Bad Id  refused: The id `Bad Id` is not usable."));
    assertTrue(lines.get(4).contains("gym  refused: `answer` is missing or empty."));
    assertTrue(lines.get(5).contains("sauna  refused: The id `sauna` was there before."));
    assertTrue(lines.get(6).contains("lift  refused: `valid-until` is `tomorrow`."));
    KnowledgeBase now = read(folder);
    assertEquals(3, now.entries().size());
    KnowledgeEntry pool = now.find("pool").orElseThrow();
    assertEquals("At eight.", pool.answer());
    assertEquals(2, pool.also().size(), "what a line does not say stays");
    assertEquals("2026-08-31", pool.standing().until().toString());
    assertEquals("house", pool.category());
    assertEquals("imported", now.find("sauna").orElseThrow().category());
  }

  @Test
  void otherFilesAreNotTouchedAndALaterImportKeepsTheEarlier() throws IOException {
    imported("one.json", "{\"entries\":[{\"id\":\"bar\",\"answer\":\"Tea.\",\"active\":true}]}");
    imported("two.yaml", "entries:\n- {id: sauna, question: How hot, answer: Ninety degrees.}\n");
    assertEquals(HOUSE, Files.readString(folder.resolve("house.yaml")));
    KnowledgeBase now = read(folder);
    assertEquals("Tea.", now.find("bar").orElseThrow().answer());
    assertTrue(now.find("sauna").isPresent());
    Files.delete(folder.resolve(KnowledgeImport.FILE));
    assertEquals("Juice.", read(folder).find("bar").orElseThrow().answer());
  }

  @Test
  void aFileThatIsNoneChangesNothing() throws IOException {
    for (String file : List.of("bad.json", "bad.yaml", "bad.csv")) {
      assertThrows(BadFilesException.class, () -> imported(file, "{\"entries\": [\n"), file);
    }
    assertThrows(BadFilesException.class, () -> imported("list.json", "[1, 2]"));
    assertFalse(Files.exists(folder.resolve(KnowledgeImport.FILE)));
    assertTrue(
        imported("odd.json", "{\"entries\":[7]}").getFirst().contains("refused: It is a value."));
  }
}
