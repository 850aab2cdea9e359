package parley.db.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.call.CallId;
import parley.dialogue.log.LogEntry;

/// The spool's rules, with a store in memory and no time passing.
class SpoolingTest {

  @TempDir Path folder;
  private final ScriptedStore store = new ScriptedStore();
  private final CallId call = CallId.random();
  // The drain tries once, then only when a test lets it.
  private final Semaphore tries = new Semaphore(0);

  private SpoolingConversationLog log() throws IOException {
    return new SpoolingConversationLog(store, Spool.open(folder), _ -> tries.acquire());
  }

  private List<LogEntry> turns(int from, int to) {
    return IntStream.range(from, to).<LogEntry>mapToObj(i -> Entries.turn(call, i)).toList();
  }

  private List<Path> spooled() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().startsWith("entries-")).sorted().toList();
    }
  }

  @Test
  void entriesWaitOnDiskWhileTheDatabaseIsAwayAndArriveInOrder() throws IOException {
    List<LogEntry> all = turns(0, 30);
    try (SpoolingConversationLog log = log()) {
      all.subList(0, 10).forEach(log::write);
      store.goAway();
      all.subList(10, 20).forEach(log::write);
      assertTrue(log.isSpooling());
      assertEquals(10, store.kept.size());
      for (Path file : spooled()) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
      store.comeBack();
      // Still behind the others, though the database would take it.
      all.subList(20, 25).forEach(log::write);
      Eventually.isTrue(
          "the spool is empty",
          () -> {
            tries.release();
            return !log.isSpooling();
          });
      all.subList(25, 30).forEach(log::write);
      assertEquals(all, store.kept);
      assertEquals(List.of(), spooled());
    }
  }

  @Test
  void afterOneFailureNobodyWaitsForTheDatabase() throws IOException {
    var never = new CountDownLatch(1);
    EntryStore dead =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return EntryStore.Stored.KEPT;
        };
    var timed = new TimedEntryStore(dead, Duration.ofMillis(300));
    try (var log = new SpoolingConversationLog(timed, Spool.open(folder), _ -> tries.acquire())) {
      long before = System.nanoTime();
      turns(0, 50).forEach(log::write);
      Duration took = Duration.ofNanos(System.nanoTime() - before);
      assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "50 writes took " + took);
    }
  }

  @Test
  void theSpoolSurvivesARestart() throws IOException {
    List<LogEntry> all = turns(0, 6);
    store.goAway();
    try (SpoolingConversationLog log = log()) {
      all.subList(0, 3).forEach(log::write);
    }
    try (SpoolingConversationLog log = log()) {
      assertTrue(log.isSpooling());
      all.subList(3, 6).forEach(log::write);
    }
    store.comeBack();
    try (SpoolingConversationLog log = log()) {
      Eventually.isTrue("the spool is empty", () -> !log.isSpooling());
    }
    assertEquals(all, store.kept);
  }

  @Test
  void aLineCutOffByACrashIsSetAsideAndStopsNothing() throws IOException {
    List<LogEntry> all = turns(0, 4);
    store.goAway();
    try (SpoolingConversationLog log = log()) {
      all.subList(0, 2).forEach(log::write);
    }
    String next = EntryJson.write(all.get(2));
    Files.writeString(
        spooled().getLast(), next.substring(0, next.length() / 2), StandardOpenOption.APPEND);
    try (SpoolingConversationLog log = log()) {
      log.write(all.get(3));
    }
    store.comeBack();
    log().close();

    assertEquals(List.of(all.get(0), all.get(1), all.get(3)), store.kept);
    assertTrue(Files.readString(folder.resolve("rejected.jsonl")).contains("cut off"));
  }

  @Test
  void anEntryThatOnlyLostItsLineEndIsKept() throws IOException {
    LogEntry entry = Entries.turn(call, 1);
    Files.writeString(folder.resolve("entries-000000000001.jsonl"), EntryJson.write(entry));
    log().close();
    assertEquals(List.of(entry), store.kept);
  }

  @Test
  void aRefusedEntryIsSetAsideWithTheReason() throws IOException {
    List<LogEntry> all = turns(0, 5);
    LogEntry bad = all.get(2);
    store.answer(
        e -> e.equals(bad) ? new EntryStore.Rejected("23514 some_check") : EntryStore.Stored.KEPT);
    try (SpoolingConversationLog log = log()) {
      all.forEach(log::write);
      assertFalse(log.isSpooling());
    }
    assertEquals(4, store.kept.size());
    String rejected = Files.readString(folder.resolve("rejected.jsonl"));
    assertTrue(rejected.contains("23514 some_check"), rejected);
    assertTrue(rejected.contains(bad.id().toString()), rejected);
  }

  @Test
  void anInterruptedThreadStillWrites() throws IOException {
    var timed = new TimedEntryStore(store, Duration.ofSeconds(20));
    List<LogEntry> all = turns(0, 4);
    try (var log = new SpoolingConversationLog(timed, Spool.open(folder), _ -> tries.acquire())) {
      Thread.currentThread().interrupt();
      all.subList(0, 2).forEach(log::write);
      assertEquals(all.subList(0, 2), store.kept);
      store.goAway();
      all.subList(2, 4).forEach(log::write);
      assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
      int lines = 0;
      for (Path file : spooled()) {
        lines += Files.readAllLines(file).size();
      }
      assertEquals(2, lines);
    }
  }

  @Test
  void aWriteThatNeitherPlaceTakesIsAnError() throws IOException {
    try (SpoolingConversationLog log = log()) {
      store.goAway();
      // A folder where the next file should be: works as root, whom permissions do not stop.
      Files.createDirectory(folder.resolve("entries-000000000001.jsonl"));
      LogEntry entry = Entries.turn(call, 1);
      assertThrows(java.io.UncheckedIOException.class, () -> log.write(entry));
      store.comeBack();
      log.write(entry);
      assertEquals(List.of(entry), store.kept);
    }
  }

  @Test
  void manyCallsAtOnceLoseNothingWhileTheDatabaseComesAndGoes() throws Exception {
    List<List<LogEntry>> calls = new ArrayList<>();
    try (SpoolingConversationLog log =
        new SpoolingConversationLog(store, Spool.open(folder), _ -> Thread.onSpinWait())) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        CallId id = CallId.random();
        List<LogEntry> entries =
            IntStream.range(0, 100).<LogEntry>mapToObj(n -> Entries.turn(id, n)).toList();
        calls.add(entries);
        threads.add(
            Thread.ofVirtual()
                .start(() ->
                    entries.forEach(entry -> {
                      if (entry.hashCode() % 10 == 0) {
                        store.goAway();
                      }
                      log.write(entry);
                      if (entry.hashCode() % 7 == 0) {
                        store.comeBack();
                      }
                    })));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      store.comeBack();
      Eventually.isTrue("the spool is empty", () -> !log.isSpooling());
    }
    assertEquals(800, store.kept.size());
    for (List<LogEntry> entries : calls) {
      CallId id = entries.getFirst().call();
      assertEquals(entries, store.kept.stream().filter(e -> e.call().equals(id)).toList());
    }
  }
}
