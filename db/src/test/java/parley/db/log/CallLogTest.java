package parley.db.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CONVERSATION;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import parley.db.TestDatabase;
import parley.db.jooq.DefaultSchema;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.Filter;
import parley.dialogue.log.LogEntry;

class CallLogTest {

  private final DSLContext sql = TestDatabase.database().sql();
  private final JooqEntryStore store = new JooqEntryStore(sql);
  private final JooqCallLog calls = new JooqCallLog(sql);
  private final CallId call = CallId.random();

  private void write(LogEntry... entries) {
    for (LogEntry entry : entries) {
      assertEquals(EntryStore.Stored.KEPT, store.store(entry));
    }
  }

  @Test
  void aWholeCallIsReadAsItWasWritten() {
    var turns = List.of(Entries.turn(call, 1), Entries.turn(call, 2), Entries.turn(call, 3));
    var leg =
        new LogEntry.LegChanged(
            UUID.randomUUID(), call, Entries.START, "PJSIP/1", "caller", "joined", "");
    var transfer =
        new LogEntry.TransferTried(
            UUID.randomUUID(), call, Entries.START, "anna", "billing", "asked", "Connected", 4000);
    var recording =
        new LogEntry.RecordingMade(UUID.randomUUID(), call, Entries.START, "2026/1.wav", 9000);
    var promise =
        new LogEntry.CallbackPromised(
            UUID.randomUUID(), call, Entries.START, new PhoneNumber("0301234"), "busy");
    var audited =
        new LogEntry.Audited(
            UUID.randomUUID(), call, Entries.START, "parley", "notice", Map.of("said", "yes"));
    write(Entries.started(call, Entries.START));
    turns.forEach(this::write);
    write(leg, transfer, recording, promise, audited, Entries.ended(call, Outcome.TRANSFERRED));

    CallDetail detail = calls.find(call).orElseThrow();

    assertEquals(turns, detail.turns());
    assertEquals(List.of(leg), detail.legs());
    assertEquals(List.of(transfer), detail.transfers());
    assertEquals(List.of(recording), detail.recordings());
    assertEquals(List.of(promise), detail.callbacks());
    assertEquals(List.of(audited), detail.audit());
    assertEquals(3, detail.call().turns());
    assertEquals(Outcome.TRANSFERRED, detail.call().outcome());
    assertEquals("support", detail.queue());
    assertEquals("en", detail.language());
    assertEquals(detail, calls.findBySipCallId(call + "@sip").orElseThrow());
    var conversation = sql.fetchSingle(CONVERSATION, CONVERSATION.ID.eq(call.value()));
    assertEquals("ESCALATED", conversation.getStatus());
    assertEquals("anna", conversation.getAssignedAgentId());
    assertEquals("asked", conversation.getEscalationReason());
    assertEquals(false, conversation.getAiHandled());
    assertEquals("WAITING", sql.fetchSingle(CALLBACK, CALLBACK.ID.eq(promise.id())).getState());
  }

  @Test
  void entriesBeforeTheStartOfTheirCallAreKept() {
    LogEntry turn = Entries.turn(call, 1);
    write(turn);
    assertEquals(List.of(turn), calls.find(call).orElseThrow().turns());

    write(Entries.started(call, Entries.START.minusSeconds(5)));

    CallDetail detail = calls.find(call).orElseThrow();
    assertEquals("+4930123456", detail.call().caller());
    assertEquals(Entries.START.minusSeconds(5), detail.call().startedAt());
    assertEquals(List.of(turn), detail.turns());
  }

  @Test
  void sealedWordsAreReadOnlyWithALineInTheAudit() {
    LogEntry turn = Entries.turn(call, 1);
    var original =
        new LogEntry.OriginalSealed(
            UUID.randomUUID(), call, Entries.START, turn.id(), "k1:v1:c2VhbGVk");
    write(Entries.started(call, Entries.START), turn, original, original);
    var reading =
        new LogEntry.Audited(
            UUID.randomUUID(), call, Entries.START, "erin", "originals-read", Map.of());

    assertEquals(Map.of(turn.id(), "k1:v1:c2VhbGVk"), calls.readOriginals(reading));
    assertEquals(List.of(reading), calls.find(call).orElseThrow().audit());
  }

  @Test
  void aThousandEntriesWrittenTwiceAreThereOnce() {
    var random = new Random(7);
    List<CallId> some = Stream.generate(CallId::random).limit(20).toList();
    List<LogEntry> entries =
        IntStream.range(0, 1000).mapToObj(i -> Entries.random(random, some, i)).toList();
    entries.forEach(this::write);
    List<CallDetail> once = details(some);
    Map<String, Integer> counts = counts();

    entries.forEach(this::write);

    assertEquals(once, details(some));
    assertEquals(counts, counts());
  }

  private List<CallDetail> details(List<CallId> ids) {
    return ids.stream().map(id -> calls.find(id).orElseThrow()).toList();
  }

  private Map<String, Integer> counts() {
    var counts = new java.util.TreeMap<String, Integer>();
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      counts.put(table.getName(), sql.fetchCount(table));
    }
    return counts;
  }

  @Test
  void aCallIsFoundByTheBeginningOfItsId() {
    write(Entries.started(call, Entries.START));
    String id = call.toString();
    assertEquals(List.of(call), calls.idsBeginning(id, 2));
    assertEquals(
        List.of(call), calls.idsBeginning(id.substring(0, 13).toUpperCase(Locale.ROOT), 2));
    assertEquals(List.of(), calls.idsBeginning(id + "0", 2));
  }

  @Test
  void callsAreListedNewestFirstAndFiltered() {
    var far = java.time.Instant.parse("2031-01-01T00:00:00Z");
    List<CallId> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      CallId id = CallId.random();
      ids.addFirst(id);
      write(Entries.started(id, far.plusSeconds(i)));
    }
    write(
        new LogEntry.CallEnded(
            UUID.randomUUID(), ids.get(1), far.plusSeconds(60), Outcome.SILENT, "", null));

    assertEquals(ids, listed(new Filter(far, null, null, null, 50, 0)));
    assertEquals(ids.subList(1, 3), listed(new Filter(far, null, null, null, 2, 1)));
    assertEquals(
        List.of(ids.get(4)), listed(new Filter(far, far.plusSeconds(1), null, null, 9, 0)));
    assertEquals(ids, listed(new Filter(far, null, "3012", null, 50, 0)));
    assertEquals(List.of(), listed(new Filter(far, null, "%9%", null, 50, 0)));
    assertEquals(List.of(ids.get(1)), listed(new Filter(far, null, null, Outcome.SILENT, 9, 0)));
  }

  private List<CallId> listed(Filter filter) {
    return calls.list(filter).stream().map(summary -> summary.id()).toList();
  }

  @Test
  void aRowThatCanNeverBeWrittenIsRejectedWithoutItsWords() {
    var rejected =
        assertInstanceOf(
            EntryStore.Rejected.class, store.store(Entries.turn(call, 1, "secret\0words")));
    assertTrue(rejected.reason().startsWith("22"), rejected.reason());
    write(Entries.started(call, Entries.START));
    var wrongNumber = Entries.turn(call, -1);
    rejected = assertInstanceOf(EntryStore.Rejected.class, store.store(wrongNumber));
    assertEquals("23514 message_number_check", rejected.reason());
  }

  @Test
  void anEntrySurvivesTheWayThroughTheSpool() {
    var random = new Random(3);
    for (int i = 0; i < 200; i++) {
      LogEntry entry = Entries.random(random, List.of(call), i);
      assertEquals(entry, EntryJson.read(EntryJson.write(entry)).orElseThrow());
    }
  }

  @Test
  void aWriteTakesMilliseconds() {
    var timed = new TimedEntryStore(store, Duration.ofSeconds(5));
    write(Entries.started(call, Entries.START));
    IntStream.range(0, 100).forEach(i -> timed.store(Entries.turn(call, i)));
    long[] micros =
        IntStream.range(0, 400)
            .mapToLong(i -> {
              long before = System.nanoTime();
              assertEquals(EntryStore.Stored.KEPT, timed.store(Entries.turn(call, i)));
              return (System.nanoTime() - before) / 1000;
            })
            .sorted()
            .toArray();
    System.out.printf(
        "turn written: p50 %.2f ms, p95 %.2f ms, max %.2f ms%n",
        micros[200] / 1000.0, micros[380] / 1000.0, micros[399] / 1000.0);
    assertTrue(micros[380] < 250_000, "p95 under a quarter of a second");
  }
}
