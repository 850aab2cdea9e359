package parley.db.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import parley.db.TestDatabase;
import parley.dialogue.call.CallId;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.log.LogEntry;

/// A process that was killed leaves calls without an end.
class UnfinishedCallsTest {
  private final DSLContext sql = TestDatabase.database().sql();
  private final JooqEntryStore store = new JooqEntryStore(sql);

  private List<LogEntry> ends(CallId... calls) {
    List<LogEntry> written = new ArrayList<>();
    new UnfinishedCalls(sql).end(written::add);
    return written.stream().filter(e -> List.of(calls).contains(e.call())).toList();
  }

  @Test
  void aCallWithoutItsEndIsClosedAtItsLastTurnAndOthersAreLeftAlone() {
    CallId cutOff = CallId.random();
    CallId ended = CallId.random();
    LogEntry.TurnTaken last = Entries.turn(cutOff, 2);
    store.store(Entries.started(cutOff, Entries.START));
    store.store(Entries.turn(cutOff, 1));
    store.store(last);
    store.store(Entries.started(ended, Entries.START));
    store.store(
        new LogEntry.CallEnded(
            UUID.randomUUID(), ended, Entries.START, Outcome.COMPLETED, "over", Entries.START));
    List<LogEntry> written = ends(cutOff, ended);
    assertEquals(1, written.size());
    LogEntry.CallEnded end = (LogEntry.CallEnded) written.getFirst();
    assertEquals(cutOff, end.call());
    assertEquals(last.at(), end.at());
    assertEquals(Outcome.FAILED, end.outcome());
    store.store(end);
    assertEquals(List.of(), ends(cutOff, ended));
  }
}
