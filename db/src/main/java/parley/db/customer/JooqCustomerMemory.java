package parley.db.customer;

import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import parley.config.Settings;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.memory.CustomerMemory;
import parley.dialogue.memory.Earlier;
import parley.dialogue.memory.Recollection;

/// Finds a caller's earlier conversations by their number: those that were concluded, and promises
/// that are open. Thread: any.
public final class JooqCustomerMemory implements CustomerMemory {

  private static final int MOST = 20;

  /// A promise that nobody has kept for longer is an old fault, not news.
  private static final Duration CALL_BACKS = Duration.ofDays(14);

  private final DSLContext sql;
  private final Settings.Memory settings;
  private final Clock clock;

  public JooqCustomerMemory(DSLContext sql, Settings.Memory settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Earlier of(PhoneNumber caller) {
    Set<String> forms = NumberForms.of(caller);
    if (forms.isEmpty()) {
      return Earlier.NONE;
    }
    Instant now = clock.instant();
    return new Earlier(conversations(forms, now), callBackDue(forms, now), settings.greeting());
  }

  private List<Recollection> conversations(Set<String> forms, Instant now) {
    return sql.select(
            CALL.STARTED_AT,
            CONVERSATION.CHANNEL,
            CONCLUSION.DISPOSITION,
            CONCLUSION.RESOLVED,
            CONCLUSION.TOPIC,
            CONCLUSION.SUMMARY)
        .from(CALL)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(CALL.ID))
        .join(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(CALL.ID))
        .where(CALL.CALLER.in(forms))
        .and(CALL.STARTED_AT.ge(now.minus(Duration.ofDays(settings.days()))))
        .orderBy(CALL.STARTED_AT.desc())
        .limit(MOST)
        .fetch(row ->
            new Recollection(
                Duration.between(row.value1(), now),
                row.value2(),
                Disposition.valueOf(row.value3()),
                row.value4(),
                new Spoken(row.value5()),
                new Spoken(row.value6())));
  }

  private boolean callBackDue(Set<String> forms, Instant now) {
    return sql.fetchExists(
        CALLBACK,
        CALLBACK
            .NUMBER
            .in(forms)
            .and(CALLBACK.STATE.in("WAITING", "DIALLING", "NEEDS_PERSON"))
            .and(CALLBACK.PROMISED_AT.ge(now.minus(CALL_BACKS))));
  }
}
