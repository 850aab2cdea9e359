package parley.db.customer;

import static org.jooq.impl.DSL.select;
import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;
import static parley.db.jooq.Tables.FOLLOW_UP;
import static parley.db.jooq.Tables.MESSAGE;
import static parley.db.jooq.Tables.RECORDING;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.Customers.Stored;

/// What is kept of the calls from a number. Thread: any.
final class StoredCalls {

  private StoredCalls() {}

  static Stored count(DSLContext sql, PhoneNumber number) {
    Set<String> forms = NumberForms.of(number);
    Condition ours = CALL.CALLER.in(forms);
    return new Stored(
        sql.fetchCount(CALL, ours.and(CALL.ENDED_AT.isNotNull())),
        sql.fetchCount(CALL, ours.and(CALL.ENDED_AT.isNull())),
        sql.fetchCount(MESSAGE, MESSAGE.CONVERSATION_ID.in(over(forms))),
        sql.fetchCount(CONCLUSION, CONCLUSION.CONVERSATION_ID.in(over(forms))),
        sql.fetchCount(FOLLOW_UP, FOLLOW_UP.CONVERSATION_ID.in(over(forms))),
        sql.fetchCount(CALLBACK, promisedTo(forms)),
        0,
        sql.select(RECORDING.PATH)
            .from(RECORDING)
            .where(RECORDING.CALL_ID.in(over(forms)))
            .orderBy(RECORDING.AT)
            .fetch(Record1::value1));
  }

  static void delete(DSLContext sql, PhoneNumber number) {
    Set<String> forms = NumberForms.of(number);
    sql.deleteFrom(CALLBACK).where(promisedTo(forms)).execute();
    // The call, its turns and all else that hangs on it go with it.
    sql.deleteFrom(CONVERSATION).where(CONVERSATION.ID.in(over(forms))).execute();
  }

  private static Condition promisedTo(Set<String> forms) {
    return CALLBACK.NUMBER.in(forms).or(CALLBACK.CONVERSATION_ID.in(over(forms)));
  }

  private static Select<Record1<UUID>> over(Set<String> forms) {
    return select(CALL.ID).from(CALL).where(CALL.CALLER.in(forms).and(CALL.ENDED_AT.isNotNull()));
  }
}
