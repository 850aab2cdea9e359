package parley.db.log;

import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.MESSAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.CallId;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.usage.Exchange;

/// Gathers the rows of turns, in the order of their conversations, into conversations. One thread.
final class ExchangeRows {

  private final Consumer<Exchange> taker;
  private final List<TurnTaken> turns = new ArrayList<>();
  private Exchange.@Nullable Ending ending;

  ExchangeRows(Consumer<Exchange> taker) {
    this.taker = taker;
  }

  void add(Record row) {
    TurnTaken turn =
        EntryReader.turn(new CallId(row.get(MESSAGE.CONVERSATION_ID)), row.into(MESSAGE));
    if (!turns.isEmpty() && !turns.getLast().call().equals(turn.call())) {
      end();
    }
    turns.add(turn);
    ending = ending(row.get(CONCLUSION.DISPOSITION), row.get(CONCLUSION.RESOLVED));
  }

  private static Exchange.@Nullable Ending ending(
      @Nullable String disposition, @Nullable Boolean resolved) {
    return disposition == null || resolved == null
        ? null
        : new Exchange.Ending(Disposition.valueOf(disposition), resolved);
  }

  /// There are no more rows of this conversation.
  void end() {
    if (!turns.isEmpty()) {
      taker.accept(new Exchange(turns.getFirst().call(), turns, ending));
      turns.clear();
    }
  }
}
