package parley.db.log;

import static parley.db.jooq.Tables.AUDIT;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.LEG_EVENT;
import static parley.db.jooq.Tables.MESSAGE;
import static parley.db.jooq.Tables.RECORDING;
import static parley.db.jooq.Tables.TRANSFER;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import parley.db.callback.CallbackRows;
import parley.db.jooq.tables.records.MessageRecord;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.TurnTaken;
import parley.dialogue.log.LogEntry.TurnTimings;

/// Turns one call's rows back into the entries that they were written from.
final class EntryReader {

  private final DSLContext sql;
  private final UUID id;
  private final CallId call;

  EntryReader(DSLContext sql, UUID id) {
    this.sql = sql;
    this.id = id;
    this.call = new CallId(id);
  }

  /// System messages are no turns.
  List<TurnTaken> turns() {
    return sql.selectFrom(MESSAGE)
        .where(MESSAGE.CONVERSATION_ID.eq(id).and(MESSAGE.SENDER.ne("SYSTEM")))
        .orderBy(MESSAGE.NUMBER, MESSAGE.CREATED_AT)
        .fetch(row -> turn(call, row));
  }

  static TurnTaken turn(CallId call, MessageRecord row) {
    return new TurnTaken(
        row.getId(),
        call,
        row.getCreatedAt(),
        row.getNumber(),
        Senders.speaker(row.getSender()),
        new Spoken(row.getContent()),
        row.getKeyed(),
        row.getStartMs(),
        row.getEndMs(),
        row.getConfidenceScore() == null ? 0 : row.getConfidenceScore(),
        row.getInterrupted(),
        new TurnTimings(
            ms(row.getEndpointMs()),
            ms(row.getFinalMs()),
            ms(row.getThinkMs()),
            ms(row.getVoiceMs())),
        row.getUnderstoodAs(),
        row.getRule(),
        List.of(row.getCitations()));
  }

  List<LogEntry.LegChanged> legs() {
    return sql.selectFrom(LEG_EVENT)
        .where(LEG_EVENT.CALL_ID.eq(id))
        .orderBy(LEG_EVENT.AT)
        .fetch(row ->
            new LogEntry.LegChanged(
                row.getId(),
                call,
                row.getAt(),
                row.getChannel(),
                row.getRole(),
                row.getEvent(),
                row.getDetail()));
  }

  List<LogEntry.TransferTried> transfers() {
    return sql.selectFrom(TRANSFER)
        .where(TRANSFER.CALL_ID.eq(id))
        .orderBy(TRANSFER.AT)
        .fetch(row ->
            new LogEntry.TransferTried(
                row.getId(),
                call,
                row.getAt(),
                row.getAgentId(),
                row.getQueue(),
                row.getReason(),
                row.getOutcome(),
                row.getRingMs()));
  }

  List<LogEntry.RecordingMade> recordings() {
    return sql.selectFrom(RECORDING)
        .where(RECORDING.CALL_ID.eq(id))
        .orderBy(RECORDING.AT)
        .fetch(row ->
            new LogEntry.RecordingMade(
                row.getId(), call, row.getAt(), row.getPath(), row.getDurationMs()));
  }

  List<LogEntry.CallbackPromised> promises() {
    return sql.selectFrom(CALLBACK)
        .where(CALLBACK.CONVERSATION_ID.eq(id))
        .orderBy(CALLBACK.PROMISED_AT)
        .fetch(row ->
            new LogEntry.CallbackPromised(
                row.getId(),
                call,
                row.getPromisedAt(),
                new PhoneNumber(row.getNumber()),
                row.getReason(),
                CallbackRows.window(row),
                row.getQueue(),
                row.getLanguage(),
                row.getWaitingSince()));
  }

  List<LogEntry.Audited> audit() {
    return sql.selectFrom(AUDIT)
        .where(AUDIT.CONVERSATION_ID.eq(id))
        .orderBy(AUDIT.AT)
        .fetch(row ->
            new LogEntry.Audited(
                row.getId(),
                call,
                row.getAt(),
                row.getActor(),
                row.getWhat(),
                DetailsJson.read(row.getDetails())));
  }

  private static long ms(@Nullable Long ms) {
    return ms == null ? -1 : ms;
  }
}
