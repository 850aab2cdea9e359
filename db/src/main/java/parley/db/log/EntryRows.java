package parley.db.log;

import static parley.db.jooq.Tables.LEG_EVENT;
import static parley.db.jooq.Tables.MESSAGE;
import static parley.db.jooq.Tables.MESSAGE_ORIGINAL;
import static parley.db.jooq.Tables.RECORDING;
import static parley.db.jooq.Tables.TRANSFER;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import parley.callback.plan.Callback;
import parley.db.callback.CallbackRows;
import parley.db.customer.ContactLinks;
import parley.dialogue.log.LogEntry;
import parley.dialogue.log.LogEntry.TurnTaken;

/// Which row each kind of entry becomes. The entry's id is the row's key: a second write does
/// nothing.
final class EntryRows {

  private static final String VOICE_TRANSCRIPT = "VOICE_TRANSCRIPT";

  private EntryRows() {}

  static void insert(DSLContext sql, LogEntry entry) {
    switch (entry) {
      case LogEntry.CallStarted started -> CallRows.start(sql, started);
      case LogEntry.TurnTaken turn -> insertTurn(sql, turn);
      case LogEntry.OriginalSealed original -> insertOriginal(sql, original);
      case LogEntry.LegChanged leg -> insertLeg(sql, leg);
      case LogEntry.TransferTried transfer -> insertTransfer(sql, transfer);
      case LogEntry.RecordingMade recording -> insertRecording(sql, recording);
      case LogEntry.CallbackPromised promise ->
          CallbackRows.insert(sql, promise, Callback.Origin.CALL);
      case LogEntry.CallerIdentified known ->
          ContactLinks.proven(sql, known.call().value(), known.mail().text(), known.at());
      case LogEntry.Audited audited -> AuditRows.insert(sql, audited);
      case LogEntry.CallEnded ended -> CallRows.end(sql, ended);
      case LogEntry.Concluded concluded -> ConclusionRows.insert(sql, concluded);
    }
  }

  private static void insertTurn(DSLContext sql, TurnTaken turn) {
    sql.insertInto(MESSAGE)
        .set(MESSAGE.ID, turn.id())
        .set(MESSAGE.CONVERSATION_ID, turn.call().value())
        .set(MESSAGE.NUMBER, turn.number())
        .set(MESSAGE.SENDER, Senders.of(turn.speaker()))
        .set(MESSAGE.MESSAGE_TYPE, VOICE_TRANSCRIPT)
        .set(MESSAGE.CONTENT, turn.words().text())
        .set(MESSAGE.CREATED_AT, turn.at())
        .set(MESSAGE.KEYED, turn.keyed())
        .set(MESSAGE.INTERRUPTED, turn.interrupted())
        .set(MESSAGE.CONFIDENCE_SCORE, turn.confidence())
        .set(MESSAGE.CITATIONS, turn.citations().toArray(String[]::new))
        .set(MESSAGE.UNDERSTOOD_AS, turn.understoodAs())
        .set(MESSAGE.RULE, turn.rule())
        .set(MESSAGE.START_MS, turn.startMs())
        .set(MESSAGE.END_MS, turn.endMs())
        .set(MESSAGE.ENDPOINT_MS, happened(turn.timings().endpointMs()))
        .set(MESSAGE.FINAL_MS, happened(turn.timings().finalMs()))
        .set(MESSAGE.THINK_MS, happened(turn.timings().thinkMs()))
        .set(MESSAGE.VOICE_MS, happened(turn.timings().voiceMs()))
        .onConflict(MESSAGE.ID)
        .doNothing()
        .execute();
  }

  private static void insertOriginal(DSLContext sql, LogEntry.OriginalSealed original) {
    sql.insertInto(MESSAGE_ORIGINAL)
        .set(MESSAGE_ORIGINAL.MESSAGE_ID, original.turn())
        .set(MESSAGE_ORIGINAL.CONVERSATION_ID, original.call().value())
        .set(MESSAGE_ORIGINAL.SEALED, original.sealed())
        .set(MESSAGE_ORIGINAL.CREATED_AT, original.at())
        .onConflict(MESSAGE_ORIGINAL.MESSAGE_ID)
        .doNothing()
        .execute();
  }

  private static void insertLeg(DSLContext sql, LogEntry.LegChanged leg) {
    sql.insertInto(LEG_EVENT)
        .set(LEG_EVENT.ID, leg.id())
        .set(LEG_EVENT.CALL_ID, leg.call().value())
        .set(LEG_EVENT.AT, leg.at())
        .set(LEG_EVENT.CHANNEL, leg.channel())
        .set(LEG_EVENT.ROLE, leg.role())
        .set(LEG_EVENT.EVENT, leg.event())
        .set(LEG_EVENT.DETAIL, leg.detail())
        .onConflict(LEG_EVENT.ID)
        .doNothing()
        .execute();
  }

  private static void insertTransfer(DSLContext sql, LogEntry.TransferTried transfer) {
    sql.insertInto(TRANSFER)
        .set(TRANSFER.ID, transfer.id())
        .set(TRANSFER.CALL_ID, transfer.call().value())
        .set(TRANSFER.AT, transfer.at())
        .set(TRANSFER.AGENT_ID, transfer.agent())
        .set(TRANSFER.QUEUE, transfer.queue())
        .set(TRANSFER.REASON, transfer.reason())
        .set(TRANSFER.OUTCOME, transfer.outcome())
        .set(TRANSFER.RING_MS, transfer.ringMs())
        .onConflict(TRANSFER.ID)
        .doNothing()
        .execute();
  }

  private static void insertRecording(DSLContext sql, LogEntry.RecordingMade recording) {
    sql.insertInto(RECORDING)
        .set(RECORDING.ID, recording.id())
        .set(RECORDING.CALL_ID, recording.call().value())
        .set(RECORDING.AT, recording.at())
        .set(RECORDING.PATH, recording.path())
        .set(RECORDING.DURATION_MS, recording.durationMs())
        .onConflict(RECORDING.ID)
        .doNothing()
        .execute();
  }

  private static @Nullable Long happened(long ms) {
    return ms < 0 ? null : ms;
  }
}
