package parley.db.customer;

import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.APPOINTMENT;
import static parley.db.jooq.Tables.AUDIT;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MESSAGE;
import static parley.db.jooq.Tables.RECORDING;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.Select;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.Customers;

/// Counts and deletes what the database holds about a caller's number. Thread: any.
public final class JooqCustomers implements Customers {

  private final DSLContext sql;

  public JooqCustomers(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Stored stored(PhoneNumber number) {
    return stored(sql, NumberForms.of(number));
  }

  @Override
  public Stored forget(PhoneNumber number, Instant now) {
    Set<String> forms = NumberForms.of(number);
    return sql.transactionResult(transaction -> forget(transaction.dsl(), forms, now));
  }

  private static Stored forget(DSLContext sql, Set<String> forms, Instant now) {
    sql.deleteFrom(APPOINTMENT).where(APPOINTMENT.NUMBER.in(forms)).execute();
    Stored stored = stored(sql, forms);
    if (stored.nothing()) {
      return stored;
    }
    sql.deleteFrom(CALLBACK).where(promisedTo(forms)).execute();
    // The call, its turns and all else that hangs on it go with it.
    sql.deleteFrom(CONVERSATION).where(CONVERSATION.ID.in(over(forms))).execute();
    sql.insertInto(AUDIT)
        .set(AUDIT.ID, UUID.randomUUID())
        .set(AUDIT.AT, now)
        .set(AUDIT.ACTOR, "command")
        .set(AUDIT.WHAT, "customer-forgotten")
        .set(
            AUDIT.DETAILS,
            JSONB.valueOf(
                "{\"conversations\": \"%d\", \"call_backs\": \"%d\", \"recordings\": \"%d\"}"
                    .formatted(
                        stored.conversations(), stored.callBacks(), stored.recordings().size())))
        .execute();
    return stored;
  }

  private static Stored stored(DSLContext sql, Set<String> forms) {
    Condition ours = CALL.CALLER.in(forms);
    return new Stored(
        sql.fetchCount(CALL, ours.and(CALL.ENDED_AT.isNotNull())),
        sql.fetchCount(CALL, ours.and(CALL.ENDED_AT.isNull())),
        sql.fetchCount(MESSAGE, MESSAGE.CONVERSATION_ID.in(over(forms))),
        sql.fetchCount(CONCLUSION, CONCLUSION.CONVERSATION_ID.in(over(forms))),
        sql.fetchCount(FOLLOW_UP, FOLLOW_UP.CONVERSATION_ID.in(over(forms))),
        sql.fetchCount(CALLBACK, promisedTo(forms)),
        sql.select(RECORDING.PATH)
            .from(RECORDING)
            .where(RECORDING.CALL_ID.in(over(forms)))
            .orderBy(RECORDING.AT)
            .fetch(Record1::value1));
  }

  private static Condition promisedTo(Set<String> forms) {
    return CALLBACK.NUMBER.in(forms).or(CALLBACK.CONVERSATION_ID.in(over(forms)));
  }

  private static Select<Record1<UUID>> over(Set<String> forms) {
    return select(CALL.ID).from(CALL).where(CALL.CALLER.in(forms).and(CALL.ENDED_AT.isNotNull()));
  }
}
