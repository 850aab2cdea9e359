package parley.db.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.db.TestDatabase;
import parley.dialogue.call.CallId;
import parley.dialogue.log.LogEntry;

/// The real PostgreSQL and real processes, killed while calls are logged.
@Tag("long")
class OutageTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  @TempDir Path spool;
  private final DSLContext sql = TestDatabase.database().sql();

  @Test
  void theDatabaseIsKilledWhileCallsGoOn() throws Exception {
    List<List<LogEntry>> calls = new ArrayList<>();
    try (SpoolingConversationLog log = SpoolingConversationLog.open(sql, spool, TIMEOUT)) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        CallId call = CallId.random();
        log.write(Entries.started(call, Entries.START));
        List<LogEntry> turns =
            IntStream.range(1, 101).<LogEntry>mapToObj(n -> Entries.turn(call, n)).toList();
        calls.add(turns);
        threads.add(Thread.ofVirtual().start(() -> turns.forEach(log::write)));
      }
      long pid = TestDatabase.server().pid().orElseThrow();
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      for (Thread thread : threads) {
        thread.join();
      }
      Eventually.isTrue("the log is complete", () -> !log.isSpooling());
    }
    var read = new JooqCallLog(sql);
    for (List<LogEntry> turns : calls) {
      assertEquals(turns, read.find(turns.getFirst().call()).orElseThrow().turns());
    }
  }

  @Test
  void aKilledProcessLosesAtMostTheEntryInFlight() throws Exception {
    CallId call = CallId.random();
    int written = killAfter(150, call, "database");
    int found = new JooqCallLog(sql).find(call).orElseThrow().turns().size();
    assertTrue(found == written || found == written + 1, written + " written, " + found + " found");
  }

  @Test
  void aKilledProcessLosesNothingFromTheSpool() throws Exception {
    CallId call = CallId.random();
    int written = killAfter(150, call, "away");
    SpoolingConversationLog.open(sql, spool, TIMEOUT).close();
    int found = new JooqCallLog(sql).find(call).orElseThrow().turns().size();
    assertTrue(found == written || found == written + 1, written + " written, " + found + " found");
  }

  /// Kills a process that writes turn after turn; the number of turns whose writing had returned.
  private int killAfter(int turns, CallId call, String mode)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WriterProcess.class.getName(),
                TestDatabase.state().toString(),
                spool.toString(),
                call.toString(),
                mode)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int written = 0;
    BufferedReader out = writer.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("written ")) {
        written++;
        if (written == turns) {
          // Through its handle: the process object would close the stream that we still read.
          writer.toHandle().destroyForcibly();
        }
      }
    }
    writer.waitFor();
    assertTrue(written >= turns, "the writer ended early");
    return written;
  }
}
