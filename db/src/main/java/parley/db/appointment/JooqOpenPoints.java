package parley.db.appointment;

import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.FOLLOW_UP;

import java.util.List;
import org.jooq.DSLContext;
import parley.callback.letter.OpenPoints;
import parley.dialogue.call.PhoneNumber;

/// What conclusions of a caller's conversations have left open, in PostgreSQL. Thread: any.
public final class JooqOpenPoints implements OpenPoints {

  private static final int MOST = 20;

  private final DSLContext sql;

  public JooqOpenPoints(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<String> of(PhoneNumber number) {
    return number.known()
        ? sql.select(FOLLOW_UP.WHAT)
            .from(FOLLOW_UP)
            .join(CALL)
            .on(CALL.ID.eq(FOLLOW_UP.CONVERSATION_ID))
            .where(CALL.CALLER.eq(number.value()).and(FOLLOW_UP.STATUS.eq("OPEN")))
            .orderBy(FOLLOW_UP.DUE_AT)
            .limit(MOST)
            .fetch(FOLLOW_UP.WHAT)
        : List.of();
  }
}
