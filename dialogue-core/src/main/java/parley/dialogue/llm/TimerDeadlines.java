package parley.dialogue.llm;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Deadlines in real time, on one thread for all answers. Thread: any.
public final class TimerDeadlines implements Deadlines, AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;

  public TimerDeadlines() {
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("language-model-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    // Answers that end while everything is shut down have nothing to fear any more.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Pending after(Duration time, Runnable late) {
    ScheduledFuture<?> task = timer.schedule(late, time.toNanos(), TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
