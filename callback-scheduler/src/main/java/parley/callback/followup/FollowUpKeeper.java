package parley.callback.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees that conversations which were not resolved are followed up when it is due. Several
/// processes on one database may have one each: a conversation is followed up once.
///
/// Thread: its own virtual one; any may close.
public final class FollowUpKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FollowUpKeeper.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(10);

  private final FollowUpDesk desk;
  private final FollowUpStore store;
  private final FollowUpPost post;
  private final Runnable chase;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("follow-ups").unstarted(this::run);

  /// @param chase asked after each round whether supervisors are to be told what is overdue
  public FollowUpKeeper(
      FollowUpDesk desk, FollowUpStore store, FollowUpPost post, Runnable chase, Clock clock) {
    this.desk = desk;
    this.store = store;
    this.post = post;
    this.chase = chase;
    this.clock = clock;
  }

  public FollowUpKeeper start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      do {
        try {
          round();
        } catch (RuntimeException e) {
          // Without its message: a database quotes the query, which holds the number.
          log.warn("Follow-ups wait ({})", e.getClass().getSimpleName());
        }
      } while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException closed) {
      // The next process goes on.
    }
  }

  /// Does what is due now.
  public void round() {
    while (stopped.getCount() > 0 && followUpOne()) {}
    while (stopped.getCount() > 0 && sendOne()) {}
    store.settle(clock.instant());
    chase.run();
  }

  private boolean followUpOne() {
    Instant now = clock.instant();
    return store.next(
        now,
        matter -> {
          FollowUpStep step = desk.step(matter, now);
          log.info(
              "Conversation {} is to be followed up: {}",
              matter.conversation(),
              step.getClass().getSimpleName());
          return step;
        });
  }

  private boolean sendOne() {
    Instant now = clock.instant();
    Optional<FollowUpLetter> letter = store.claim(now, now.plus(LEASE));
    letter.ifPresent(one -> {
      post.send(one);
      store.posted(one.conversation(), clock.instant());
    });
    return letter.isPresent();
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
