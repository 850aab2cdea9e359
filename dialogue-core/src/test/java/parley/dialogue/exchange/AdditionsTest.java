package parley.dialogue.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.files.Problems;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.KnowledgeFiles;

/// Files that add to entries, as drafts do.
class AdditionsTest {

  @TempDir private Path folder;

  @BeforeEach
  void aHouse() throws IOException {
    Files.writeString(
        folder.resolve("house.yaml"),
        """
        category: house
        entries:
          - id: pool
            question: When does the pool open?
            also: [is the pool open]
            answer: At seven.
        """);
  }

  private List<ImportLine> imported(String text) throws IOException {
    Path drafts = Files.createDirectories(folder.resolve("drafts")).resolve("drafts.yaml");
    Files.writeString(drafts, text);
    KnowledgeImport work = new KnowledgeImport(folder, folder);
    List<ImportLine> lines = work.read(drafts, ExchangeFormat.YAML);
    work.write();
    return lines;
  }

  private KnowledgeEntry pool() {
    return KnowledgeFiles.read(folder, folder, new Problems()).find("pool").orElseThrow();
  }

  @Test
  void wordingsAreAddedAndNothingIsTakenAway() throws IOException {
    imported(
        """
        reviewed: true
        entries:
          - id: pool
            add-also: [may i swim yet, is the pool open]
            add-keywords: [swim]
        """);
    assertEquals(List.of("is the pool open", "may i swim yet"), pool().also());
    assertEquals(List.of("swim"), pool().keywords());
    assertEquals("At seven.", pool().answer());
  }

  @Test
  void addingTwiceIsTheSameAsOnce() throws IOException {
    String drafts = "entries:\n  - id: pool\n    add-also: may i swim yet\n";
    assertTrue(imported(drafts).getFirst().result() instanceof ImportLine.Result.Changed);
    assertTrue(imported(drafts).getFirst().result() instanceof ImportLine.Result.Same);
  }

  @Test
  void draftsThatNobodyLookedThroughAreNotImported() {
    BadFilesException refused =
        assertThrows(
            BadFilesException.class,
            () ->
                imported("reviewed: false\nentries:\n  - id: pool\n    add-also: [may i swim]\n"));
    assertEquals(1, refused.problems().size());
    assertTrue(String.valueOf(refused.getMessage()).contains("`reviewed: false`"));
    assertEquals(List.of("is the pool open"), pool().also());
  }
}
