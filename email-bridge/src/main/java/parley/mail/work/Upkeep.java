package parley.mail.work;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.MailUpkeep;
import parley.config.Settings;

/// Looks after mail that nobody is at: threads that wait, and bytes that are not to be kept. One
/// virtual thread a process; nodes on one database share the work. Thread: any may close.
final class Upkeep implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);

  private final WaitingThreads waiting;
  private final MailRetention retention;
  private final WaitingDesk desk;
  private final MailUpkeep.Keep keep;
  private final Settings.Originals originals;
  private final Consumer<String> written;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("mail-upkeep").unstarted(this::run);

  /// @param originals what is kept of mails as they came once they are answered
  /// @param written told the mailbox after each mail that is to be sent
  Upkeep(
      MailStores stores,
      WaitingDesk desk,
      MailUpkeep.Keep keep,
      Settings.Originals originals,
      Consumer<String> written,
      Clock clock) {
    this.waiting = stores.waiting();
    this.retention = stores.retention();
    this.desk = desk;
    this.keep = keep;
    this.originals = originals;
    this.written = written;
    this.clock = clock;
  }

  void start() {
    thread.start();
  }

  private void run() {
    do {
      try {
        round();
      } catch (RuntimeException e) {
        log.warn("Threads of mail cannot be looked after now ({})", e.getClass().getSimpleName());
        log.debug("The upkeep's fault", e);
      }
    } while (!ends());
  }

  private boolean ends() {
    try {
      return stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Everything that is due now.
  void round() {
    boolean more = true;
    while (more && stopped.getCount() > 0) {
      Set<String> mailboxes = new HashSet<>();
      more =
          waiting.next(
              clock.instant(),
              look -> {
                WaitingThreads.Step step = desk.step(look);
                step.outgoing().forEach(mail -> mailboxes.add(mail.mailbox()));
                return step;
              });
      mailboxes.forEach(written);
    }
    switch (originals) {
      case NONE -> retention.dropAnswered(true);
      case ENCRYPTED -> retention.dropAnswered(false);
      case PLAIN -> {}
    }
    retention
        .daily(keep, clock.instant())
        .filter(deleted -> deleted.threads() + deleted.raw() > 0)
        .ifPresent(deleted ->
            log.info(
                "Mail that was kept long enough is deleted: {} threads, the bytes of {} mails",
                deleted.threads(),
                deleted.raw()));
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      if (!thread.join(TIME_TO_CLOSE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
