package parley.db.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.db.TestDatabase;
import parley.dialogue.call.CallId;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.usage.Exchange;
import parley.dialogue.usage.Feedback;
import parley.dialogue.usage.Usage;
import parley.dialogue.usage.UsageTally;

/// The use of entries, from a real database.
class KnowledgeUsageTest {

  private static final int ALL = 10_000;

  private final JooqEntryStore store = new JooqEntryStore(TestDatabase.database().sql());
  private final JooqUsageLog usage = new JooqUsageLog(TestDatabase.database().sql());
  private final String entry = "entry-" + UUID.randomUUID();
  private final CallId call = CallId.random();

  @TempDir private Path folder;

  private List<LogEntry> aCall() {
    return List.of(
        Entries.started(call, Entries.START),
        turn(1, Speaker.CALLER, entry, List.of()),
        turn(2, Speaker.PARLEY, "", List.of(entry)),
        turn(3, Speaker.CALLER, "thanks", List.of()),
        Entries.ended(call, Outcome.COMPLETED),
        Entries.concluded(UUID.randomUUID(), call, Entries.START, Disposition.ANSWERED));
  }

  private LogEntry turn(int number, Speaker who, String as, List<String> citations) {
    return new LogEntry.TurnTaken(
        UUID.randomUUID(),
        call,
        Entries.START.plusSeconds(number),
        number,
        who,
        new Spoken("the words"),
        false,
        0,
        1,
        1,
        false,
        LogEntry.TurnTimings.NONE,
        as,
        "",
        citations);
  }

  private void write(List<LogEntry> entries) {
    entries.forEach(one -> assertEquals(EntryStore.Stored.KEPT, store.store(one)));
  }

  private Usage usage() {
    return UsageTally.of(usage, Entries.START, ALL).of(entry);
  }

  private Feedback feedback(boolean good, @Nullable CallId about) {
    return new Feedback(UUID.randomUUID(), Entries.START.plusSeconds(9), entry, good, about, "ann");
  }

  @Test
  void aUseIsCountedOnceHoweverOftenTheLogIsWritten() {
    List<LogEntry> entries = aCall();
    write(entries);
    write(entries);
    assertEquals(new Usage(1, 1, 0, Entries.START.plusSeconds(2)), usage());
  }

  @Test
  void whatWasSpooledWhileTheDatabaseWasAwayIsCountedOnceAfterAKill() throws IOException {
    List<LogEntry> entries = aCall();
    // The process was killed after the database had taken half of them and before the spool knew.
    try (Spool spool = Spool.open(folder)) {
      for (LogEntry one : entries) {
        spool.append(one);
      }
    }
    write(entries.subList(0, 3));
    assertEquals(new Usage(1, 0, 0, Entries.START.plusSeconds(2)), usage());

    try (var log = new SpoolingConversationLog(store, Spool.open(folder), Pause.REAL)) {
      Eventually.isTrue("the spool is brought to the database", () -> !log.isSpooling());
    }
    assertEquals(new Usage(1, 1, 0, Entries.START.plusSeconds(2)), usage());
  }

  @Test
  void conversationsComeWholeAndWithTheirEnd() {
    write(aCall());
    List<Exchange> ours = new ArrayList<>();
    usage.each(
        Entries.START,
        ALL,
        exchange -> {
          if (exchange.call().equals(call)) {
            ours.add(exchange);
          }
        });
    assertEquals(1, ours.size());
    assertEquals(3, ours.getFirst().turns().size());
    assertEquals(new Exchange.Ending(Disposition.ANSWERED, true), ours.getFirst().ending());
  }

  @Test
  void whatBeganBeforeIsLeftOut() {
    write(aCall());
    assertEquals(
        Usage.NONE, UsageTally.of(usage, Entries.START.plusSeconds(1_000_000), ALL).of(entry));
  }

  @Test
  void feedbackIsKeptOnceAndCounts() {
    write(aCall());
    Feedback bad = feedback(false, call);
    assertTrue(usage.keep(bad));
    assertTrue(usage.keep(bad));
    assertTrue(usage.keep(feedback(true, null)));
    assertEquals(2, mine().size());
    assertEquals(bad, mine().stream().filter(one -> one.call() != null).findFirst().orElseThrow());
    assertEquals(new Usage(1, 1, 1, Entries.START.plusSeconds(2)), usage());
  }

  private List<Feedback> mine() {
    return usage.feedback(Entries.START).stream().filter(one -> one.entry().equals(entry)).toList();
  }

  @Test
  void feedbackOnACallThatHadNoSuchAnswerIsRefused() {
    write(aCall().subList(0, 2));
    assertFalse(usage.keep(feedback(true, call)));
    assertFalse(usage.keep(feedback(true, CallId.random())));
    assertEquals(List.of(), mine());
  }

  @Test
  void otherLinesOfTheAuditAreNoFeedback() {
    write(
        List.of(
            Entries.started(call, Entries.START),
            new LogEntry.Audited(
                UUID.randomUUID(), call, Entries.START, "ann", "other", Map.of("entry", entry))));
    assertEquals(List.of(), mine());
  }
}
