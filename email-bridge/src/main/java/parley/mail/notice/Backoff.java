package parley.mail.notice;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits between two tries, unless everything stops. A class of its own so that tests do not wait.
///
/// Thread: one waits, any stops.
class Backoff {

  private final CountDownLatch stopped = new CountDownLatch(1);

  /// @return false when there is to be no further try
  boolean goOnAfter(Duration wait) throws InterruptedException {
    return !stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Ends the waiting now and from now on.
  void stop() {
    stopped.countDown();
  }
}
