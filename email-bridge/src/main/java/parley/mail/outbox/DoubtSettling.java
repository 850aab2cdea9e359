package parley.mail.outbox;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.MailboxSettings;

/// Settles mails in doubt, one line's part of it. Those that a dead process or another line has
/// left are looked for ever more seldom while there are none; what this line leaves is looked at at
/// once.
///
/// Thread: one owner.
final class DoubtSettling {

  private static final Logger log = LoggerFactory.getLogger(DoubtSettling.class);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final MailboxSettings settings;
  private final Outbox outbox;
  private final Duration grace;
  private final Runnable lookIntoMailbox;
  private Instant next = Instant.MIN;
  private Duration pause = OutboxSender.LOOK_EVERY;

  /// @param lookIntoMailbox asks for a look, where a mail's fate depends on it
  DoubtSettling(MailboxSettings settings, Outbox outbox, Duration grace, Runnable lookIntoMailbox) {
    this.settings = settings;
    this.outbox = outbox;
    this.grace = grace;
    this.lookIntoMailbox = lookIntoMailbox;
  }

  /// There may be a new one.
  void expected() {
    next = Instant.MIN;
    pause = OutboxSender.LOOK_EVERY;
  }

  /// @return how long to wait for the next look at what is left
  Duration settle(Instant now) {
    if (now.isBefore(next)) {
      return OutboxSender.LOOK_EVERY;
    }
    Outbox.Doubts doubts = outbox.settle(settings.name(), settings.receipt(), grace, now);
    if (doubts.sent() + doubts.again() > 0) {
      log.info(
          "Mails in doubt after a crash: {} had been sent, {} are sent again",
          doubts.sent(),
          doubts.again());
    }
    if (doubts.left() == 0) {
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      next = now.plus(pause);
      return OutboxSender.LOOK_EVERY;
    }
    expected();
    lookIntoMailbox.run();
    return grace.dividedBy(2).plusMillis(50);
  }
}
