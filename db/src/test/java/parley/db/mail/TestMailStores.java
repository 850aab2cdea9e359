package parley.db.mail;

import java.time.Duration;
import java.util.Optional;
import org.jooq.DSLContext;
import parley.config.MailUpkeep;
import parley.mail.work.MailStores;

/// The stores of mail that tests use, with the usual rules.
final class TestMailStores {

  static final MailUpkeep UPKEEP =
      new MailUpkeep(
          new MailUpkeep.FollowUp(
              true, Duration.ofHours(72), Duration.ofHours(168), Duration.ofHours(8)),
          new MailUpkeep.Keep(730, 30));

  private TestMailStores() {}

  static MailStores of(DSLContext sql) {
    return new MailStores(
        new JooqReceivedMails(sql, Optional.empty()),
        new JooqMailWork(sql, Optional.empty()),
        new JooqOutbox(sql),
        new JooqWaitingThreads(sql),
        new JooqMailRetention(sql));
  }
}
