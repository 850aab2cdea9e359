package parley.dialogue.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.CallId;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conversation.Outcome;
import parley.dialogue.memory.CustomerCase;
import parley.dialogue.quality.Channel;

/// Reads the call log back. Port: `db` implements it. Thread: any.
public interface CallLog {

  List<CallSummary> list(Filter filter);

  Optional<CallDetail> find(CallId id);

  /// Calls whose id begins so, in its usual form with hyphens, newest first, at most so many.
  List<CallId> idsBeginning(String prefix, int atMost);

  /// The call whose caller's leg had this SIP Call-ID.
  Optional<CallDetail> findBySipCallId(String sipCallId);

  /// The sealed words of a call's turns, by turn, and the line in the audit that they were read:
  /// neither comes without the other.
  Map<UUID, String> readOriginals(LogEntry.Audited reading);

  /// What else there is of the same customer, over all channels.
  default CustomerCase sameCustomer(CallId id) {
    return CustomerCase.NONE;
  }

  /// Which calls to list, newest first. Null means: any. `number` matches a part of the caller's
  /// number.
  record Filter(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String number,
      @Nullable Outcome outcome,
      int limit,
      int offset) {}

  /// One line of the list.
  record CallSummary(
      CallId id,
      Instant startedAt,
      @Nullable Instant endedAt,
      String caller,
      String dialled,
      @Nullable Outcome outcome,
      int turns) {}

  /// Everything that is known of one call, or of a thread of mail, each list in the order of time.
  /// The conclusion comes after the end.
  record CallDetail(
      CallSummary call,
      String language,
      String queue,
      List<LogEntry.TurnTaken> turns,
      List<LogEntry.LegChanged> legs,
      List<LogEntry.TransferTried> transfers,
      List<LogEntry.RecordingMade> recordings,
      List<LogEntry.CallbackPromised> callbacks,
      List<LogEntry.Audited> audit,
      @Nullable Conclusion conclusion,
      Channel channel) {

    /// Of a call.
    public CallDetail(
        CallSummary call,
        String language,
        String queue,
        List<LogEntry.TurnTaken> turns,
        List<LogEntry.LegChanged> legs,
        List<LogEntry.TransferTried> transfers,
        List<LogEntry.RecordingMade> recordings,
        List<LogEntry.CallbackPromised> callbacks,
        List<LogEntry.Audited> audit,
        @Nullable Conclusion conclusion) {
      this(
          call,
          language,
          queue,
          turns,
          legs,
          transfers,
          recordings,
          callbacks,
          audit,
          conclusion,
          Channel.VOICE);
    }

    public CallDetail {
      turns = List.copyOf(turns);
      legs = List.copyOf(legs);
      transfers = List.copyOf(transfers);
      recordings = List.copyOf(recordings);
      callbacks = List.copyOf(callbacks);
      audit = List.copyOf(audit);
    }
  }
}
