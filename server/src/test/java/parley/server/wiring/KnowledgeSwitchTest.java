package parley.server.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.files.Problems;
import parley.dialogue.knowledge.KnowledgeFiles;
import parley.dialogue.knowledge.LiveKnowledge;
import parley.dialogue.knowledge.OffList;

/// What is switched off by command has effect on what runs.
class KnowledgeSwitchTest {

  @TempDir private Path home;

  private LiveKnowledge knowledge() throws IOException {
    Path folder = Files.createDirectories(home.resolve("config/knowledge"));
    Files.writeString(
        folder.resolve("house.yaml"),
        """
        category: house
        entries:
          - id: pool
            question: When does the pool open?
            answer: At seven.
          - id: bar
            question: What does the bar serve?
            answer: Juice.
        """);
    Problems problems = new Problems();
    var base = KnowledgeFiles.read(home, folder, problems);
    problems.throwIfAny();
    return LiveKnowledge.of(home, folder, base, Optional.empty());
  }

  private static void eventually(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "it takes too long");
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void aRunningParleyLeavesOutWhatIsSwitchedOff() throws Exception {
    LiveKnowledge live = knowledge();
    LiveDocuments documents = LiveDocuments.read(home, home.resolve("documents"), Optional.empty());
    OffList list = new OffList(home.resolve("state"));
    assertTrue(list.switchOff("bar"));
    try (KnowledgeWatch _ =
        new KnowledgeWatch(live, documents, list, Clock.systemUTC(), ZoneOffset.UTC)) {
      assertFalse(found(live, "what does the bar serve", "bar"), "what was off at the start");
      assertTrue(found(live, "when does the pool open", "pool"));

      assertTrue(list.switchOff("pool"));
      assertFalse(list.switchOff("pool"));
      eventually(() -> !found(live, "when does the pool open", "pool"));

      assertTrue(list.switchOn("pool"));
      eventually(() -> found(live, "when does the pool open", "pool"));
      assertEquals(Set.of("bar"), list.ids());
    }
  }

  private static boolean found(LiveKnowledge live, String words, String id) {
    return live.search(words, 3).stream().anyMatch(found -> found.entry().id().equals(id));
  }
}
