package parley.db.customer;

import static org.jooq.impl.DSL.lower;
import static parley.db.jooq.Tables.MAIL_THREAD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import parley.config.Settings;
import parley.dialogue.memory.Earlier;
import parley.dialogue.memory.Recollection;
import parley.dialogue.memory.SenderMemory;

/// Finds a sender's earlier threads of mail by their address: those that were concluded. An address
/// proves nothing, so none of it may be said to whoever writes from it. Thread: any.
public final class JooqSenderMemory implements SenderMemory {

  private static final int MOST = 20;

  private final DSLContext sql;
  private final Settings.Memory settings;
  private final Clock clock;

  public JooqSenderMemory(DSLContext sql, Settings.Memory settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Earlier of(String address, UUID goingOn) {
    return address.isBlank()
        ? Earlier.NONE
        : new Earlier(threads(address, goingOn, clock.instant()), false, false);
  }

  private List<Recollection> threads(String address, UUID goingOn, Instant now) {
    return ConcludedThreads.of(
        sql,
        lower(MAIL_THREAD.CUSTOMER)
            .eq(address.toLowerCase(Locale.ROOT))
            .and(MAIL_THREAD.ID.ne(goingOn)),
        Duration.ofDays(settings.days()),
        MOST,
        now);
  }
}
