package parley.server.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import parley.gateway.phone.TestPhone;
import parley.server.call.CallRefusedException;
import parley.server.call.CallerTalk;
import parley.server.status.ServerStatus;
import parley.server.status.StatusFile;

/// Many calls that hang up after the first word, and what the server still holds when all of them
/// are over. The counts before are taken after the loads of the bench, so that pools have grown.
final class ShortCalls {

  private static final int AT_ONCE = 5;
  private static final Duration DIALLING = Duration.ofSeconds(35);

  /// How long the server may take to let go of the last call; DESIGN wants one second, the counts
  /// are written once a second.
  private static final Duration SETTLE = Duration.ofSeconds(15);

  /// What is left over; null where the server does not say.
  record Leaks(
      @Nullable Integer threads, @Nullable Integer channels, @Nullable Integer recognizers) {
    static final Leaks UNKNOWN = new Leaks(null, null, null);
  }

  private final TestPhone phone;
  private final String extension;
  private final StatusFile status;

  ShortCalls(TestPhone phone, String extension, StatusFile status) {
    this.phone = phone;
    this.extension = extension;
    this.status = status;
  }

  Leaks run(int calls) throws InterruptedException {
    Optional<ServerStatus> before = settled(null);
    AtomicInteger refused = new AtomicInteger();
    Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < calls; i++) {
        places.acquire();
        var _ =
            each.submit(() -> {
              callOnce(refused);
              places.release();
              return true;
            });
      }
    }
    if (refused.get() > calls / 2) {
      throw new IllegalStateException(refused + " of " + calls + " short calls were refused");
    }
    Optional<ServerStatus> after = before.flatMap(this::settledOnceMore);
    return after.map(now -> difference(before.orElseThrow(), now)).orElse(Leaks.UNKNOWN);
  }

  private void callOnce(AtomicInteger refused) throws InterruptedException {
    try (CallerTalk talk = CallerTalk.dial(phone, extension, DIALLING)) {
      var _ = talk.awaitGreeting();
    } catch (CallRefusedException e) {
      refused.incrementAndGet();
    }
  }

  private Optional<ServerStatus> settledOnceMore(ServerStatus before) {
    try {
      return settled(before);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Waits until no call is up and, where there is a count before, until nothing is left over.
  private Optional<ServerStatus> settled(@Nullable ServerStatus before)
      throws InterruptedException {
    long deadline = System.nanoTime() + SETTLE.toNanos();
    while (true) {
      Optional<ServerStatus> now = status.read();
      boolean quiet = now.isPresent() && now.get().calls() == 0;
      if (quiet && (before == null || nothingLeft(difference(before, now.get())))) {
        return now;
      }
      if (now.isEmpty() || System.nanoTime() - deadline > 0) {
        return now;
      }
      Thread.sleep(Duration.ofMillis(500));
    }
  }

  private static boolean nothingLeft(Leaks leaks) {
    return leaks.equals(new Leaks(0, 0, 0));
  }

  static Leaks difference(ServerStatus before, ServerStatus after) {
    return new Leaks(
        Math.max(0, after.threads() - before.threads()),
        Math.max(0, after.channels() - before.channels()),
        Math.max(0, after.recognizers() - before.recognizers()));
  }
}
