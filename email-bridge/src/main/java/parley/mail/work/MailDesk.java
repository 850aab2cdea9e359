package parley.mail.work;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.MailboxSettings;
import parley.mail.calendar.CalendarReplies;
import parley.mail.header.ThreadToken;
import parley.mail.loop.AnswerHistory;
import parley.mail.message.Authentication;
import parley.mail.message.MailKind;

/// Deals with received mails, a few at once, each on a virtual thread. A mail is claimed for a
/// time, read, decided upon, and settled in one transaction with the mails that answer it; who dies
/// in between leaves it to the next one.
///
/// Thread: any may [#wake] and close.
final class MailDesk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MailDesk.class);

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);

  /// A mail that a process died of so often is put aside.
  private static final int MOST_ATTEMPTS = 10;

  private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

  private final MailWork work;
  private final Map<String, MailboxSettings> boxes;
  private final Reading reading;
  private final Deciding deciding;
  private final CalendarReplies calendar;
  private final String owner;
  private final Consumer<String> settled;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Semaphore news = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();

  /// @param calendar takes what calendars answer to our invitations
  /// @param owner names this process, the same after a restart
  /// @param settled told the mailbox after each mail that was settled
  MailDesk(
      MailWork work,
      Map<String, MailboxSettings> boxes,
      Reading reading,
      Deciding deciding,
      CalendarReplies calendar,
      String owner,
      Consumer<String> settled,
      Clock clock) {
    this.work = work;
    this.boxes = Map.copyOf(boxes);
    this.reading = reading;
    this.deciding = deciding;
    this.calendar = calendar;
    this.owner = owner;
    this.settled = settled;
    this.clock = clock;
  }

  MailDesk start(int workers) {
    for (int number = 1; number <= workers; number++) {
      threads.add(Thread.ofVirtual().name("mail-desk-" + number).start(this::run));
    }
    return this;
  }

  /// There is a mail.
  void wake() {
    news.release();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try {
        Instant now = clock.instant();
        Optional<Claimed> mail = work.claim(owner, now, now.plus(LEASE));
        if (mail.isPresent()) {
          deal(mail.get());
        } else {
          boolean _ = news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("Mails cannot be dealt with now ({})", e.getClass().getSimpleName());
        log.debug("The desk's fault", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      boolean _ = stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deal(Claimed mail) {
    Settlement settlement;
    try {
      settlement = settlement(mail);
    } catch (IOException | RuntimeException e) {
      log.warn("A mail could not be dealt with, try {}", mail.attempts(), e);
      work.putBack(mail, clock.instant().plusSeconds(1L << Math.min(mail.attempts(), 8)));
      return;
    }
    if (work.settle(mail, settlement, clock.instant())) {
      log.info("Mail {}: {} {}", mail.id(), settlement.state(), settlement.reason());
      settled.accept(mail.mailbox());
    }
  }

  private Settlement settlement(Claimed mail) throws IOException {
    MailboxSettings box = boxes.get(mail.mailbox());
    if (mail.attempts() > MOST_ATTEMPTS) {
      return Settlement.of(Settlement.State.QUARANTINED, "failed-too-often");
    }
    if (box == null) {
      return Settlement.of(Settlement.State.QUARANTINED, "mailbox-not-set");
    }
    return switch (reading.read(mail)) {
      case Reading.Outcome.Aside(String reason, String from) ->
          Settlement.of(Settlement.State.QUARANTINED, reason).from(from);
      case Reading.Outcome.Read(Incoming incoming) -> {
        Optional<String> answered = calendarsAnswer(incoming);
        if (answered.isPresent()) {
          yield Settlement.of(Settlement.State.RECORDED, answered.get());
        }
        Optional<MailThread> thread = thread(incoming);
        EarlierMails earlier =
            thread
                .map(known -> EarlierMails.of(work, reading, known.id(), mail.id()))
                .orElse(EarlierMails.NONE);
        Settlement decided =
            deciding
                .decide(
                    new Deciding.Case(
                        box, mail, incoming, thread, earlier, history(incoming, thread)))
                .from(incoming.from());
        yield thread.isPresent() ? decided.goingOn() : decided;
      }
    };
  }

  /// What came of a calendar's answer to an invitation of ours; empty for all other mails. Whoever
  /// is shown not to be the sender answers nothing.
  private Optional<String> calendarsAnswer(Incoming incoming) {
    boolean forged = incoming.mail().authentication().verdict() == Authentication.Verdict.FORGED;
    return !forged && incoming.mail().kind() instanceof MailKind.Invited(var invitation)
        ? calendar.take(invitation, incoming.from())
        : Optional.empty();
  }

  private Optional<MailThread> thread(Incoming incoming) {
    Optional<MailThread> named = incoming.token().map(ThreadToken::value).flatMap(work::byToken);
    List<String> related = incoming.related();
    return named.isPresent() || related.isEmpty() ? named : work.byMessages(related);
  }

  /// For the limits on automatic answers.
  private AnswerHistory history(Incoming incoming, Optional<MailThread> thread) {
    List<Instant> toSender =
        incoming.mail().head().answerTo().stream()
            .findFirst()
            .map(to -> work.sentTo(to.address(), clock.instant().minus(LONGEST_WINDOW)))
            .orElse(List.of());
    List<Instant> inThread = thread.map(known -> work.sentIn(known.id())).orElse(List.of());
    return new AnswerHistory(toSender, inThread);
  }

  @Override
  public void close() {
    stopped.countDown();
    news.release(threads.size());
    try {
      for (Thread thread : threads) {
        if (!thread.join(TIME_TO_CLOSE)) {
          thread.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
