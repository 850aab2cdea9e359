package parley.mail.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Sends notices by mail, one after the other, on one virtual thread of its own. What fails for now
/// is tried again with growing pauses, at most [#MOST_TRIES] times within about eight minutes. At
/// most [#MOST_WAITING] notices wait: one more is given up at once, and the log says so. They wait
/// in memory only; the call log is where a promise is kept.
///
/// Thread: any may tell and close; the watcher is called on the sending thread, or on the telling
/// one when there was no place left.
final class SmtpNotices implements Notices {

  static final int MOST_WAITING = 100;
  static final int MOST_TRIES = 6;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(SmtpNotices.class);

  private final SmtpServer server;
  private final NoticeComposer composer;
  private final Backoff backoff;
  private final Consumer<NoticeResult> watcher;

  /// An empty entry, always the last one, ends the thread.
  private final BlockingQueue<Optional<Notice>> waiting = new LinkedBlockingQueue<>();

  private final Semaphore places = new Semaphore(MOST_WAITING);
  private boolean closed;
  private final Thread sender = Thread.ofVirtual().name("notice-mail").unstarted(this::sendAll);

  private SmtpNotices(
      SmtpServer server, NoticeComposer composer, Backoff backoff, Consumer<NoticeResult> watcher) {
    this.server = server;
    this.composer = composer;
    this.backoff = backoff;
    this.watcher = watcher;
  }

  static SmtpNotices start(
      SmtpServer server, NoticeComposer composer, Backoff backoff, Consumer<NoticeResult> watcher) {
    SmtpNotices notices = new SmtpNotices(server, composer, backoff, watcher);
    notices.sender.start();
    return notices;
  }

  @Override
  public void tell(Notice notice) {
    refusal(notice).ifPresent(why -> report(new NoticeResult.GaveUp(notice, why, 0)));
  }

  /// Puts the notice into the queue, or says why not.
  private synchronized Optional<String> refusal(Notice notice) {
    if (closed) {
      return Optional.of("Parley stops");
    }
    if (!places.tryAcquire()) {
      return Optional.of("too many notices wait for the mail server");
    }
    waiting.add(Optional.of(notice));
    return Optional.empty();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.add(Optional.empty());
    }
    backoff.stop();
    try {
      if (!sender.join(TIME_TO_CLOSE)) {
        // Closes the socket that the thread waits for: JDK 21 and later, virtual threads only.
        sender.interrupt();
        sender.join(TIME_TO_CLOSE);
      }
    } catch (InterruptedException e) {
      sender.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void sendAll() {
    try {
      for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
        places.release();
        report(send(next.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      for (var left = waiting.poll(); left != null; left = waiting.poll()) {
        left.ifPresent(notice -> report(new NoticeResult.GaveUp(notice, "Parley stops", 0)));
      }
    }
  }

  private NoticeResult send(Notice notice) {
    Duration pause = FIRST_PAUSE;
    for (int tries = 1; ; tries++) {
      switch (deliver(notice)) {
        case Delivery.Taken _ -> {
          return new NoticeResult.Sent(notice, composer.messageId(notice), tries);
        }
        case Delivery.Refused(String why) -> {
          return new NoticeResult.Refused(notice, why);
        }
        case Delivery.Failed(String why) -> {
          if (tries == MOST_TRIES || !goOnAfter(pause)) {
            return new NoticeResult.GaveUp(notice, why, tries);
          }
        }
      }
      Duration longer = pause.multipliedBy(3);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  /// A fault in the mail library costs this notice, not the thread and the notices after it.
  private Delivery deliver(Notice notice) {
    try {
      return server.deliver(notice, composer);
    } catch (RuntimeException e) {
      log.warn("Sending a notice broke off", e);
      return new Delivery.Refused("sending broke off: " + e.getClass().getSimpleName());
    }
  }

  private boolean goOnAfter(Duration pause) {
    try {
      return backoff.goOnAfter(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void report(NoticeResult result) {
    try (var _ = MDC.putCloseable("call", result.notice().call().toString())) {
      switch (result) {
        case NoticeResult.Sent sent -> log.info("Notice sent, {} tries", sent.attempts());
        case NoticeResult.Refused refused ->
            log.error("Nobody was told of this caller by mail: {}", refused.why());
        case NoticeResult.GaveUp gaveUp ->
            log.error("Nobody was told of this caller by mail: {}", gaveUp.why());
      }
      watcher.accept(result);
    } catch (RuntimeException e) {
      log.warn("The watcher of notices failed", e);
    }
  }
}
