package parley.db.log;

import org.jooq.DSLContext;
import parley.dialogue.log.LogEntry.CallbackPromised;

/// Writes promises to call back inside somebody else's transaction: a mail's promise is there if
/// its reply is. Thread: the transaction's.
public final class PromisedCalls {

  private PromisedCalls() {}

  /// @param promise of a conversation whose row is there
  public static void write(DSLContext transaction, CallbackPromised promise) {
    EntryRows.insert(transaction, promise);
  }
}
