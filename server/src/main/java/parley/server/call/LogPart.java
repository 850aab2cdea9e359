package parley.server.call;

import java.util.List;
import java.util.Optional;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.Audited;
import parley.dialogue.log.LogEntry.CallbackPromised;
import parley.dialogue.log.LogEntry.TransferTried;
import parley.dialogue.log.LogEntry.TurnTaken;

/// What the log gained during a stretch of a call, each list in the order of time.
public record LogPart(
    List<TurnTaken> turns,
    List<TransferTried> transfers,
    List<CallbackPromised> callbacks,
    List<Audited> audit) {

  public LogPart {
    turns = List.copyOf(turns);
    transfers = List.copyOf(transfers);
    callbacks = List.copyOf(callbacks);
    audit = List.copyOf(audit);
  }

  /// How much the log held at a moment. Entries are only ever added.
  record Mark(int turns, int transfers, int callbacks, int audit) {
    static final Mark NOTHING = new Mark(0, 0, 0, 0);

    static Mark of(Optional<CallDetail> call) {
      return call.map(detail ->
              new Mark(
                  detail.turns().size(),
                  detail.transfers().size(),
                  detail.callbacks().size(),
                  detail.audit().size()))
          .orElse(NOTHING);
    }
  }

  static LogPart between(Mark from, Mark to, CallDetail call) {
    return new LogPart(
        call.turns().subList(from.turns(), to.turns()),
        call.transfers().subList(from.transfers(), to.transfers()),
        call.callbacks().subList(from.callbacks(), to.callbacks()),
        call.audit().subList(from.audit(), to.audit()));
  }
}
