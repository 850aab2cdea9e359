package parley.db.customer;

import static parley.db.jooq.Tables.CALL;
import static parley.db.jooq.Tables.CALLBACK;
import static parley.db.jooq.Tables.CONCLUSION;
import static parley.db.jooq.Tables.CONVERSATION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import parley.config.Settings;
import parley.db.callback.OpenCallbacks;
import parley.dialogue.call.PhoneNumber;
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
    return new Earlier(all(caller, forms, now), callBackDue(forms, now), settings.greeting());
  }

  /// Calls, and mails where it is proven whose they are; the newest first.
  private List<Recollection> all(PhoneNumber caller, Set<String> forms, Instant now) {
    Duration back = Duration.ofDays(settings.days());
    return Stream.concat(
            conversations(forms, now).stream(),
            LinkedThreads.of(sql, caller, back, MOST, now).stream())
        .sorted(Comparator.comparing(Recollection::age))
        .limit(MOST)
        .toList();
  }

  private List<Recollection> conversations(Set<String> forms, Instant now) {
    return sql.select(CALL.STARTED_AT, CONVERSATION.CHANNEL, CONCLUSION.asterisk())
        .from(CALL)
        .join(CONVERSATION)
        .on(CONVERSATION.ID.eq(CALL.ID))
        .join(CONCLUSION)
        .on(CONCLUSION.CONVERSATION_ID.eq(CALL.ID))
        .where(CALL.CALLER.in(forms))
        .and(CALL.STARTED_AT.ge(now.minus(Duration.ofDays(settings.days()))))
        .orderBy(CALL.STARTED_AT.desc())
        .limit(MOST)
        .fetch(row -> Recollections.of(row, row.get(CALL.STARTED_AT), now));
  }

  private boolean callBackDue(Set<String> forms, Instant now) {
    return sql.fetchExists(
        CALLBACK,
        CALLBACK
            .NUMBER
            .in(forms)
            .and(OpenCallbacks.all())
            .and(CALLBACK.ORIGIN.notIn(JooqWaitingCalls.NOT_ASKED_FOR))
            .and(CALLBACK.PROMISED_AT.ge(now.minus(CALL_BACKS))));
  }
}
