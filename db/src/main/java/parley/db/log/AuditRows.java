package parley.db.log;

import static parley.db.jooq.Tables.AUDIT;

import org.jooq.DSLContext;
import parley.dialogue.log.LogEntry;

/// Which row an entry of the audit becomes. Thread: any.
public final class AuditRows {

  private AuditRows() {}

  /// The same entry a second time changes nothing.
  public static void insert(DSLContext sql, LogEntry.Audited audited) {
    sql.insertInto(AUDIT)
        .set(AUDIT.ID, audited.id())
        .set(AUDIT.CONVERSATION_ID, audited.call().value())
        .set(AUDIT.AT, audited.at())
        .set(AUDIT.ACTOR, audited.actor())
        .set(AUDIT.WHAT, audited.what())
        .set(AUDIT.DETAILS, DetailsJson.write(audited.details()))
        .onConflict(AUDIT.ID)
        .doNothing()
        .execute();
  }
}
