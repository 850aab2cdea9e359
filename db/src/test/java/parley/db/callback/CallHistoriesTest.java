package parley.db.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.callback.window.CallHistory;
import parley.callback.window.CallHistory.Slot;
import parley.db.log.Eventually;
import parley.db.log.SpoolingConversationLog;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.log.LogEntry;

/// Calls of the last weeks that needed a person, from the log. In a year that no other test uses.
class CallHistoriesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// A Wednesday.
  private static final Instant NOW = Instant.parse("2031-02-26T12:00:00Z");

  private final CallbackBench bench = new CallbackBench();
  @TempDir Path folder;

  private static LogEntry started(CallId call, Instant at, String sip) {
    return new LogEntry.CallStarted(
        UUID.randomUUID(), call, at, new PhoneNumber("+4930123456"), "100", "en", "", sip);
  }

  private static LogEntry wanted(CallId call, Instant at, String skill) {
    return new LogEntry.Audited(
        UUID.randomUUID(),
        call,
        at,
        "parley",
        "transfer-ended",
        Map.of("outcome", "NoAgentFree", "queue", "general", "skill", skill));
  }

  private void log(LogEntry... entries) {
    try (var log = SpoolingConversationLog.open(bench.sql, folder, Duration.ofSeconds(5))) {
      for (LogEntry entry : entries) {
        log.write(entry);
      }
      Eventually.isTrue("it is in the database", () -> !log.isSpooling());
    }
  }

  @Test
  void callsAreCountedOnceAnHourOfTheWeekByTheClockOfTheSite() {
    Instant monday = Instant.parse("2031-02-10T09:30:00Z");
    Instant nextMonday = monday.plus(Duration.ofDays(7));
    CallId twice = CallId.random();
    CallId later = CallId.random();
    CallId other = CallId.random();
    CallId old = CallId.random();
    log(
        started(old, NOW.minus(Duration.ofDays(57)), "a"),
        wanted(old, NOW.minus(Duration.ofDays(57)), "billing"),
        started(twice, monday, "b"),
        wanted(twice, monday, "billing"),
        wanted(twice, monday.plusSeconds(60), "billing"),
        started(later, nextMonday, "c"),
        wanted(later, nextMonday.plusSeconds(1200), "billing"),
        started(other, nextMonday, "d"),
        wanted(other, nextMonday, ""));
    UUID callback = bench.add(1).getFirst();
    var _ =
        bench.store.begin(
            bench.claimByTheDead(callback),
            new parley.callback.work.Node("one", "asterisk"),
            new parley.callback.work.CallbackStore.Room(1, 1),
            NOW.plus(Duration.ofDays(365_00)));
    String attempt = bench.openAttempt(callback).toString();
    CallId ours = CallId.random();
    log(started(ours, nextMonday, attempt), wanted(ours, nextMonday, "billing"));

    CallHistory history = new CallHistories(bench.sql, Clock.fixed(NOW, BERLIN), BERLIN).count(NOW);

    assertEquals(
        Map.of(new Slot("billing", DayOfWeek.MONDAY, 10), 2, new Slot("", DayOfWeek.MONDAY, 10), 1),
        history.calls());
    assertEquals(8, history.weeks(), 1e-9);
  }

  @Test
  void weeksBeforeTheFirstCallOfTheLogAreNotCounted() {
    CallId first = CallId.random();
    Instant begun = Instant.parse("1998-01-05T12:00:00Z");
    log(started(first, begun, "e"));
    Instant now = begun.plus(Duration.ofDays(7 * 3));
    assertEquals(
        3, new CallHistories(bench.sql, Clock.fixed(now, BERLIN), BERLIN).count(now).weeks(), 1e-9);
  }

  @Test
  void withoutCallsThereIsNoHistory() {
    Instant before = Instant.parse("1997-01-01T00:00:00Z");
    assertEquals(
        CallHistory.NONE,
        new CallHistories(bench.sql, Clock.fixed(before, BERLIN), BERLIN).count(before));
  }
}
