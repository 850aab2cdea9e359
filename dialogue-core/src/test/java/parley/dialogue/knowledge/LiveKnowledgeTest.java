package parley.dialogue.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.files.Problems;

/// Knowledge that changes while Parley runs.
class LiveKnowledgeTest {

  @TempDir private Path folder;
  private LiveKnowledge live;

  @BeforeEach
  void open() throws IOException {
    write("pool.yaml", "pool", "When does the pool open?", "valid-until: 2026-08-31");
    write("bar.yaml", "bar", "What does the bar serve?", "");
    live = LiveKnowledge.of(folder, folder, read(), Optional.empty());
  }

  private KnowledgeBase read() {
    Problems problems = new Problems();
    KnowledgeBase base = KnowledgeFiles.read(folder, folder, problems);
    problems.throwIfAny();
    return base;
  }

  private void write(String file, String id, String question, String more) throws IOException {
    Files.writeString(
        folder.resolve(file),
        """
        category: house
        entries:
          - id: %s
            question: %s
            answer: Ask at the desk.
            %s
        """
            .formatted(id, question, more));
  }

  private List<String> found(String words) {
    return live.search(words, 5).stream().map(candidate -> candidate.entry().id()).toList();
  }

  @Test
  void changedFilesAreReadAgain() throws IOException {
    assertEquals(new LiveKnowledge.Outcome.Unchanged(), live.refresh());
    write("sauna.yaml", "sauna", "How hot is the sauna?", "");
    assertEquals(List.of(), found("sauna"));
    assertEquals(new LiveKnowledge.Outcome.Changed(3), live.refresh());
    assertEquals(List.of("sauna"), found("sauna"));
    Files.delete(folder.resolve("bar.yaml"));
    assertEquals(new LiveKnowledge.Outcome.Changed(2), live.refresh());
    assertEquals(List.of(), found("bar"));
    assertTrue(live.base().find("bar").isEmpty());
  }

  @Test
  void brokenFilesAreToldAndChangeNothing() throws IOException {
    Files.writeString(folder.resolve("bar.yaml"), "category: house\nentries: [\n");
    var outcome = live.refresh();
    assertTrue(outcome instanceof LiveKnowledge.Outcome.Broken, outcome.toString());
    assertTrue(outcome.toString().contains("bar.yaml"), outcome.toString());
    assertEquals(List.of("bar"), found("bar"));
    assertEquals(new LiveKnowledge.Outcome.Unchanged(), live.refresh(), "told once");
  }

  @Test
  void anEntryIsSwitchedOffAndOnAgain() throws IOException {
    assertTrue(live.switchOff("bar"));
    assertFalse(live.switchOff("no-such-entry"));
    assertEquals(List.of(), found("bar"));
    write("sauna.yaml", "sauna", "How hot is the sauna?", "");
    assertEquals(new LiveKnowledge.Outcome.Changed(3), live.refresh());
    assertEquals(List.of(), found("bar"), "reading again does not switch it on");
    assertTrue(live.switchOn("bar"));
    assertEquals(List.of("bar"), found("bar"));
  }

  @Test
  void anEntryGoesWithItsLastDay() {
    live.today(LocalDate.of(2026, 8, 31));
    assertEquals(List.of("pool"), found("pool"));
    live.today(LocalDate.of(2026, 9, 1));
    assertEquals(List.of(), found("pool"));
    assertTrue(live.base().find("pool").isPresent());
  }

  @Test
  void daysThatCannotBeAreTold() throws IOException {
    write("pool.yaml", "pool", "When?", "valid-from: 2026-09-01\n    valid-until: 2026-08-01");
    write("bar.yaml", "bar", "What?", "updated: yesterday");
    Problems problems = new Problems();
    KnowledgeBase base = KnowledgeFiles.read(folder, folder, problems);
    String told = problems.sorted().toString();
    assertTrue(told.contains("`updated` is `yesterday`"), told);
    assertTrue(told.contains("`valid-until` is 2026-08-01, before `valid-from`"), told);
    assertEquals(2, base.entries().size());
  }
}
