package parley.server.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.dialogue.log.CallLog;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.LogEntry.TurnTaken;

/// Reads a call's turns from the log as they are written and hands each of them on once, on a
/// virtual thread of its own.
final class TranscriptFollower {

  private static final Duration EVERY = Duration.ofMillis(300);

  private final CallLog log;
  private final String sipCallId;
  private final Consumer<TurnTaken> turns;
  private final Consumer<String> trouble;
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable CallDetail last;
  private int told;
  private boolean troubled;

  TranscriptFollower(
      CallLog log, String sipCallId, Consumer<TurnTaken> turns, Consumer<String> trouble) {
    this.log = log;
    this.sipCallId = sipCallId;
    this.turns = turns;
    this.trouble = trouble;
    thread = Thread.ofVirtual().name("transcript").start(this::follow);
  }

  private void follow() {
    try {
      boolean over = false;
      while (!over) {
        over = hungUp.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        read();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      log.findBySipCallId(sipCallId).ifPresent(this::tell);
    } catch (RuntimeException e) {
      if (!troubled) {
        trouble.accept("The call log cannot be read: " + e.getMessage());
      }
      troubled = true;
    }
  }

  private void tell(CallDetail detail) {
    last = detail;
    for (TurnTaken turn : detail.turns().subList(told, detail.turns().size())) {
      turns.accept(turn);
      told++;
    }
  }

  /// The call is over: reads until the log says so too, at most this long, and returns what the log
  /// holds.
  Optional<CallDetail> finish(Duration atMost) throws InterruptedException {
    hungUp.countDown();
    thread.join();
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!ended() && !troubled && System.nanoTime() - deadline < 0) {
      Thread.sleep(EVERY);
      read();
    }
    return Optional.ofNullable(last);
  }

  private boolean ended() {
    CallDetail detail = last;
    return detail != null && detail.call().endedAt() != null;
  }
}
