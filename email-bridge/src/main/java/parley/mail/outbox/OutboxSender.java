package parley.mail.outbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mail.server.MailServers;
import parley.mail.server.ServerFault;

/// Sends what waits in a mailbox's outbox, one mail after the other, on a virtual thread of its
/// own. A mail is noted as being sent before the server sees its first byte; what a crash leaves so
/// is in doubt, and settled by the copy that came back or did not
/// (docs/decisions/0026-mail-exactly-once.md).
///
/// Thread: any may [#wake] and close.
public final class OutboxSender implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

  /// Longer than any try: connection, mail and answer have a minute each at most.
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);

  private final MailServers servers;
  private final Outbox outbox;
  private final String owner;
  private final DoubtSettling doubts;
  private final Clock clock;
  private final SmtpLine line;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Semaphore work = new Semaphore(1);
  private final Thread thread;
  private int failures;
  private Instant lastSent;

  private OutboxSender(
      MailServers servers,
      Outbox outbox,
      String owner,
      Duration grace,
      Runnable lookIntoMailbox,
      Clock clock) {
    this.servers = servers;
    this.outbox = outbox;
    this.owner = owner;
    this.clock = clock;
    this.doubts = new DoubtSettling(servers.settings(), outbox, grace, lookIntoMailbox);
    this.line = new SmtpLine(servers, clock);
    this.lastSent = clock.instant();
    this.thread =
        Thread.ofVirtual().name("outbox-" + servers.settings().name()).unstarted(this::run);
  }

  /// @param owner names this process among others on the same database, the same after a restart
  /// @param grace how long a server may take to put a copy into the mailbox
  /// @param lookIntoMailbox asks for a look, where a mail's fate depends on it
  public static OutboxSender start(
      MailServers servers,
      Outbox outbox,
      String owner,
      Duration grace,
      Runnable lookIntoMailbox,
      Clock clock) {
    OutboxSender sender = new OutboxSender(servers, outbox, owner, grace, lookIntoMailbox, clock);
    sender.thread.start();
    return sender;
  }

  /// There is something to send.
  public void wake() {
    work.release();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      Duration wait = LOOK_EVERY;
      try {
        work.drainPermits();
        wait = doubts.settle(clock.instant());
        sendAll();
        failures = 0;
        closeWhenQuiet();
      } catch (MessagingException | RuntimeException e) {
        wait = pause(++failures);
        doubts.expected();
        log.warn("Outbox {}: {}; next try in {}", servers.settings().name(), reason(e), wait);
        log.debug("The outbox's fault", e);
        line.close();
      }
      try {
        boolean _ = work.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        break;
      }
    }
    line.close();
  }

  /// Servers end lines that are silent, and count those that are open.
  private void closeWhenQuiet() {
    if (clock.instant().isAfter(lastSent.plus(LONGEST_SILENCE))) {
      line.close();
    }
  }

  private void sendAll() throws MessagingException {
    String mailbox = servers.settings().name();
    while (stopped.getCount() > 0 && outbox.isDue(mailbox, clock.instant())) {
      // Connected first: a server that is away leaves no mail in doubt.
      line.ready();
      Instant now = clock.instant();
      lastSent = now;
      Optional<Outgoing> next = outbox.next(mailbox, owner, now, now.plus(LEASE));
      if (next.isEmpty()) {
        return;
      }
      note(next.get(), line.send(next.get(), copyTo(next.get())));
    }
  }

  /// Mails to our own people need no receipt: one too many does no harm.
  private String copyTo(Outgoing mail) {
    return servers.settings().receipt() && !mail.kind().toPeople()
        ? servers.settings().address()
        : "";
  }

  private void note(Outgoing mail, SmtpLine.Result result) throws MessagingException {
    Instant now = clock.instant();
    switch (result) {
      case SmtpLine.Result.Taken _ -> outbox.sent(mail.id(), now);
      case SmtpLine.Result.Refused(String why) -> {
        log.error("{} was not sent: {}", mail.messageId(), why);
        outbox.refused(mail.id(), why);
      }
      case SmtpLine.Result.Failed(String why) -> {
        outbox.failed(mail.id(), why, now.plus(pause(++failures)));
        throw new MessagingException(why);
      }
      case SmtpLine.Result.Doubtful(String why) -> {
        outbox.doubtful(mail.id(), why, now);
        throw new MessagingException(why);
      }
    }
  }

  private static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static String reason(Exception e) {
    return switch (e) {
      case ServerFault fault -> fault.getMessage();
      case MessagingException _ -> "the mail server cannot be used now";
      default -> "the outbox cannot be read (" + e.getClass().getSimpleName() + ")";
    };
  }

  @Override
  public void close() {
    stopped.countDown();
    work.release();
    try {
      if (!thread.join(TIME_TO_CLOSE)) {
        thread.interrupt();
        boolean _ = thread.join(TIME_TO_CLOSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
