package parley.db.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.CONVERSATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import parley.db.TestDatabase;
import parley.dialogue.call.CallId;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.ending.AfterCalls;
import parley.dialogue.ending.Concluding;
import parley.dialogue.ending.Unconcluded;
import parley.dialogue.ending.Unconcluded.Over;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;

/// What came of calls, in a real database.
class ConclusionsTest {

  private static final Clock CLOCK =
      Clock.fixed(Entries.START.plus(Duration.ofHours(1)), ZoneOffset.UTC);

  private final DSLContext sql = TestDatabase.database().sql();
  private final JooqEntryStore store = new JooqEntryStore(sql);
  private final JooqCallLog calls = new JooqCallLog(sql);
  private final CallId call = CallId.random();

  private void write(LogEntry... entries) {
    for (LogEntry entry : entries) {
      assertEquals(EntryStore.Stored.KEPT, store.store(entry));
    }
  }

  private LogEntry.Concluded concluded(Disposition disposition) {
    return Entries.concluded(UUID.randomUUID(), call, Entries.START, disposition);
  }

  private void ended() {
    write(
        Entries.started(call, Entries.START),
        Entries.turn(call, 1),
        Entries.ended(call, Outcome.COMPLETED));
  }

  private AfterCalls after(Unconcluded unconcluded, Concluding concluding, ConversationLog log) {
    return new AfterCalls(
        List.of(new Finding((since, now) -> ours(unconcluded, since, now))),
        concluding,
        log,
        CLOCK);
  }

  /// Other tests' calls are theirs.
  private List<Over> ours(Unconcluded all, Instant since, Instant now) {
    return all.since(since, now, 10_000).stream().filter(over -> over.id().equals(call)).toList();
  }

  private record Finding(BiFunction<Instant, Instant, List<Over>> over) implements Unconcluded {
    @Override
    public List<Over> since(Instant earliest, Instant now, int atMost) {
      return over.apply(earliest, now);
    }

    @Override
    public Optional<CallDetail> find(CallId id) {
      return new JooqCallLog(TestDatabase.database().sql()).find(id);
    }
  }

  private Conclusion conclude(CallDetail detail) {
    assertEquals(1, detail.turns().size());
    return concluded(Disposition.NOT_ANSWERED).conclusion();
  }

  private String status() {
    return sql.fetchSingle(CONVERSATION, CONVERSATION.ID.eq(call.value())).getStatus();
  }

  @Test
  void theFirstConclusionIsKeptWithWhatIsToBeDone() {
    ended();
    LogEntry.Concluded first = concluded(Disposition.NOT_ANSWERED);
    write(first, first, concluded(Disposition.ANSWERED));

    assertEquals(first.conclusion(), calls.find(call).orElseThrow().conclusion());
  }

  @Test
  void aConversationThatIsNotResolvedIsOpenAgain() {
    ended();
    assertEquals("RESOLVED", status());
    write(concluded(Disposition.NOT_ANSWERED));
    assertEquals("OPEN", status());
  }

  @Test
  void aCallIsConcludedOnceAfterItsEndAndNotBefore() throws InterruptedException {
    try (AfterCalls after = after(new JooqUnconcluded(sql), this::conclude, store::store)) {
      write(Entries.started(call, Entries.START), Entries.turn(call, 1));
      assertEquals(0, after.round());
      write(Entries.ended(call, Outcome.COMPLETED));
      assertEquals(1, after.round());
      assertEquals(0, after.round());
    }
    assertTrue(calls.find(call).orElseThrow().conclusion() != null);
  }

  @Test
  void whatAKilledProcessLeftTheNextOneConcludes() throws InterruptedException {
    ended();
    List<LogEntry> lost = new ArrayList<>();
    try (AfterCalls killed = after(new JooqUnconcluded(sql), this::conclude, lost::add)) {
      assertEquals(1, killed.round());
    }
    assertNull(calls.find(call).orElseThrow().conclusion());

    try (AfterCalls next = after(new JooqUnconcluded(sql), this::conclude, store::store)) {
      assertEquals(1, next.round());
    }
    assertTrue(calls.find(call).orElseThrow().conclusion() != null);
  }

  @Test
  void aDatabaseThatIsAwayIsAskedAgain() throws InterruptedException {
    ended();
    boolean[] away = {true};
    Unconcluded shaky =
        new Finding((since, now) -> {
          if (away[0]) {
            throw new DataAccessException("away");
          }
          return new JooqUnconcluded(sql).since(since, now, 10_000);
        });
    try (AfterCalls after = after(shaky, this::conclude, store::store)) {
      assertEquals(0, after.round());
      away[0] = false;
      assertEquals(1, after.round());
    }
  }

  @Test
  void aCallThatCannotBeConcludedIsNotTriedForever() throws InterruptedException {
    ended();
    Concluding broken =
        _ -> {
          throw new IllegalStateException("broken");
        };
    try (AfterCalls after = after(new JooqUnconcluded(sql), broken, store::store)) {
      int _ = after.round();
      assertEquals(0, after.round());
    }
    assertNull(calls.find(call).orElseThrow().conclusion());
  }

  @Test
  void callsOfLongAgoAreLeftAlone() {
    ended();
    JooqUnconcluded unconcluded = new JooqUnconcluded(sql);

    assertEquals(1, ours(unconcluded, Entries.START, CLOCK.instant()).size());
    assertEquals(List.of(), ours(unconcluded, Entries.START.plusSeconds(101), CLOCK.instant()));
  }

  @Test
  void whatIsConcludedOfACustomerForgottenMeanwhileIsNotKept() {
    write(concluded(Disposition.ANSWERED));
    assertTrue(calls.find(call).isEmpty());
  }
}
