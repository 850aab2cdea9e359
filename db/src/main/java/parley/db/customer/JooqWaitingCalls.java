package parley.db.customer;

import static parley.db.jooq.Tables.CALLBACK;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import parley.callback.plan.Callback;
import parley.db.callback.CallbackRows;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackDirectory;
import parley.dialogue.callback.Outbound;

/// Which calls somebody waits for, in PostgreSQL. Thread: any; may wait and may fail, so that it is
/// to be bounded.
public final class JooqWaitingCalls implements CallbackDirectory {

  private static final int MOST = 5;

  /// Calls that nobody has asked for, and that nobody waits for.
  static final List<String> NOT_ASKED_FOR =
      Stream.of(Callback.Origin.values())
          .filter(origin -> origin.cause() != Outbound.Cause.ASKED)
          .map(Callback.Origin::name)
          .toList();

  private final DSLContext sql;

  public JooqWaitingCalls(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Waiting> waiting(PhoneNumber number) {
    Set<String> forms = NumberForms.of(number);
    return forms.isEmpty()
        ? List.of()
        : sql.selectFrom(CALLBACK)
            .where(CALLBACK.NUMBER.in(forms))
            .and(CALLBACK.STATE.eq("WAITING"))
            .and(CALLBACK.ORIGIN.notIn(NOT_ASKED_FOR))
            .orderBy(CALLBACK.NEXT_AT)
            .limit(MOST)
            .fetch(row ->
                new Waiting(
                    row.getId(), Optional.ofNullable(CallbackRows.window(row)), row.getQueue()));
  }
}
