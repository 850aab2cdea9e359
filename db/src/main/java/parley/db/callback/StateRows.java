package parley.db.callback;

import java.time.Instant;
import org.jooq.DSLContext;
import parley.callback.plan.CallbackState;
import parley.db.jooq.tables.records.CallbackRecord;

/// Takes a locked callback out of work.
final class StateRows {

  private StateRows() {}

  static void close(
      DSLContext sql, CallbackRecord row, CallbackState state, String note, Instant now) {
    row.setClosedAt(now);
    rest(sql, row, state, note, now);
  }

  static void askPerson(DSLContext sql, CallbackRecord row, String note, Instant now) {
    rest(sql, row, CallbackState.NEEDS_PERSON, note, now);
  }

  private static void rest(
      DSLContext sql, CallbackRecord row, CallbackState state, String note, Instant now) {
    row.setState(state.name());
    row.setNextAt(null);
    row.setNote(note);
    row.setUpdatedAt(now);
    row.update();
    ScheduleRows.delete(sql, row.getId());
  }
}
