package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.plan.Callback;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.callback.work.NewCallback;
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

  private static CallbackPromised promise(@Nullable Instant waitingSince) {
    return new CallbackPromised(
        UUID.randomUUID(),
        CallId.random(),
        Instant.parse("2020-10-27T10:00:00Z"),
        new PhoneNumber("+4930123456"),
        "order 4711",
        null,
        "billing",
        "de",
        waitingSince);
  }

  private CallbackLine kept(CallbackPromised promise) {
    try (var log = SpoolingConversationLog.open(bench.sql, folder, Duration.ofSeconds(5))) {
      log.write(promise);
      Eventually.isTrue("it is in the database", () -> !log.isSpooling());
    }
    return bench.overview.beginning(promise.id().toString(), 2).getFirst();
  }

  @Test
  void aCallerWhoWaitedInAQueueKeepsThePlaceBeforeWhoWasNamedNoHour() {
    Instant waitingSince = Instant.parse("2020-10-27T09:58:00Z");
    CallbackPromised promise = promise(waitingSince);
    CallbackLine line = kept(promise);

    assertEquals(Callback.Origin.QUEUE, line.callback().origin());
    assertEquals(NewCallback.EXPECTED, line.priority());
    assertEquals(waitingSince, line.nextAt());
    assertEquals(waitingSince, bench.comesUpAt(promise.id()));
    assertEquals(
        List.of(promise),
        new JooqCallLog(bench.sql).find(promise.call()).orElseThrow().callbacks());
    CallbackLine other = kept(promise(null));
    assertEquals(Callback.Origin.CALL, other.callback().origin());
    assertEquals(NewCallback.SOME_TIME, other.priority());
  }

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
