package parley.gateway.phone;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread on which all signalling of a phone happens, so that no state of it needs a lock.
final class SignallingThread implements Executor, AutoCloseable {

  /// Something that is to happen later.
  interface Timer {

    /// Makes it not happen, unless it already did.
    void cancel();
  }

  private static final Logger log = LoggerFactory.getLogger(SignallingThread.class);

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("phone-signalling").daemon().factory());

  SignallingThread() {
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// Does this soon. Throws a [RejectedExecutionException] once closed.
  @Override
  public void execute(Runnable task) {
    executor.execute(() -> guarded(task));
  }

  /// Does this later, unless the phone is closed by then. Of the signalling thread.
  Timer later(Runnable task, Duration delay) {
    try {
      Future<?> scheduled =
          executor.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  /// One call's fault must not end the signalling of the others.
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.error("The test phone's signalling failed", e);
    }
  }

  /// Does what is already due, then ends.
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
