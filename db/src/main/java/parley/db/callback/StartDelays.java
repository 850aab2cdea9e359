package parley.db.callback;

import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CALLBACK_ATTEMPT;

import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;

/// How late callbacks were begun.
public final class StartDelays {

  private StartDelays() {}

  /// From the beginning of each promised window to its first attempt.
  public static List<Double> ms(DSLContext sql) {
    return sql.select(CALLBACK.WINDOW_FROM, CALLBACK_ATTEMPT.ASKED_AT)
        .from(CALLBACK_ATTEMPT)
        .join(CALLBACK)
        .on(CALLBACK.ID.eq(CALLBACK_ATTEMPT.CALLBACK_ID))
        .where(CALLBACK_ATTEMPT.NUMBER.eq(1))
        .and(CALLBACK.WINDOW_FROM.isNotNull())
        .fetch(row -> Duration.between(row.value1(), row.value2()).toNanos() / 1e6);
  }
}
