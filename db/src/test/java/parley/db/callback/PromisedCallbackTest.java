package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.db.log.Eventually;
import parley.db.log.JooqCallLog;
import parley.db.log.SpoolingConversationLog;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.log.LogEntry.CallbackPromised;

/// A promise in the call log becomes work.
class PromisedCallbackTest {

  private final CallbackBench bench = new CallbackBench();
  @TempDir Path folder;

  @Test
  void aPromiseOfACallComesUpAtItsHourOnceHoweverOftenItIsWritten() {
    Instant from = Instant.parse("2096-10-28T00:30:00Z");
    var promise =
        new CallbackPromised(
            UUID.randomUUID(),
            CallId.random(),
            Instant.parse("2020-10-27T10:00:00Z"),
            new PhoneNumber("+4930123456"),
            "order 4711",
            new CallbackWindow(from, from.plusSeconds(3600), CallbackBench.BERLIN),
            "billing",
            "de");
    try (var log = SpoolingConversationLog.open(bench.sql, folder, Duration.ofSeconds(5))) {
      log.write(promise);
      log.write(promise);
      Eventually.isTrue("it is in the database", () -> !log.isSpooling());
    }

    assertEquals(1, bench.open());
    CallbackLine line = bench.overview.beginning(promise.id().toString(), 2).getFirst();
    assertEquals(from, line.nextAt());
    assertEquals("billing", line.callback().queue());
    assertEquals(from, bench.comesUpAt(promise.id()));
    assertTrue(
        new JooqCallLog(bench.sql)
            .find(promise.call())
            .orElseThrow()
            .callbacks()
            .contains(promise));
  }
}
