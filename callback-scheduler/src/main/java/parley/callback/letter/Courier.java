package parley.callback.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Letter;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Span;

/// Sees that letters go out: those that bookings have left at once, reminders and the like when
/// they are due. Several processes on one database may have one each: a letter goes out once.
///
/// Thread: its own virtual one; any may [#wake] and close.
public final class Courier implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration UPKEEP_EVERY = Duration.ofSeconds(20);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration AFTER = Duration.ofDays(30);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);

  private final CalendarBook book;
  private final LetterStore store;
  private final Post post;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private Instant nextUpkeep = Instant.MIN;

  private Courier(CalendarBook book, LetterStore store, Post post, Clock clock) {
    this.book = book;
    this.store = store;
    this.post = post;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("appointment-letters").unstarted(this::run);
  }

  public static Courier start(CalendarBook book, LetterStore store, Post post, Clock clock) {
    Courier courier = new Courier(book, store, post, clock);
    courier.thread.start();
    return courier;
  }

  /// There may be a letter.
  public void wake() {
    news.release();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      try {
        news.drainPermits();
        upkeep();
        while (stopped.getCount() > 0 && sendOne()) {}
      } catch (RuntimeException e) {
        log.warn("Letters about appointments wait ({})", e.getClass().getSimpleName());
        log.debug("The courier's fault", e);
      }
      try {
        boolean _ = news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void upkeep() {
    Instant now = clock.instant();
    if (now.isBefore(nextUpkeep)) {
      return;
    }
    note(book, store, now);
    nextUpkeep = now.plus(UPKEEP_EVERY);
  }

  /// Notes what the rules say is due. Any number of processes may do so at once.
  public static void note(CalendarBook book, LetterStore store, Instant now) {
    Duration furthest =
        book.reminders().stream()
            .map(reminder -> reminder.before())
            .reduce(book.prepare().orElse(Duration.ZERO), (a, b) -> a.compareTo(b) > 0 ? a : b);
    if (!furthest.isZero()) {
      store
          .upcoming(new Span(now, now.plus(furthest)))
          .forEach(one -> store.add(Due.letters(one, book, now), now));
    }
    if (!book.tasks().isEmpty()) {
      store
          .ended(new Span(now.minus(AFTER), now))
          .forEach(over -> store.addTasks(Due.tasks(over, book)));
      int _ = store.chase(now, book.tasks().getFirst().chase());
    }
  }

  private boolean sendOne() {
    Instant now = clock.instant();
    Optional<LetterStore.Pending> pending = store.claim(now, now.plus(LEASE));
    pending.ifPresent(one -> {
      boolean outdated = outdated(one.letter(), one.appointment(), now);
      if (!outdated) {
        post.send(one.letter(), one.appointment());
        log.info("Letter {} about appointment {}", one.letter().kind(), one.appointment().id());
      }
      store.done(one.letter().id(), outdated, clock.instant());
    });
    return pending.isPresent();
  }

  /// A letter about something that is not so any more only confuses.
  static boolean outdated(Letter letter, Appointment now, Instant at) {
    return switch (letter.kind()) {
      case CHASE -> false;
      case CANCELLATION -> letter.sequence() != now.sequence();
      case ANOTHER ->
          letter.sequence() != now.sequence() || now.state() == Appointment.State.CANCELLED;
      case INVITATION, CHANGE, REMINDER, PREPARATION ->
          letter.sequence() != now.sequence()
              || now.state() != Appointment.State.BOOKED
              || !at.isBefore(now.slot().span().from());
    };
  }

  @Override
  public void close() {
    stopped.countDown();
    news.release();
    try {
      if (!thread.join(TIME_TO_CLOSE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
