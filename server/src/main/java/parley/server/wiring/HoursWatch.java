package parley.server.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.hours.LiveHours;

/// Looks every ten seconds whether the files of the hours have changed, on a thread of its own.
/// What is broken is told in the log, once.
public final class HoursWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HoursWatch.class);
  private static final int EVERY_S = 10;

  private final LiveHours hours;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("hours").factory());

  public HoursWatch(LiveHours hours) {
    this.hours = hours;
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(this::look, EVERY_S, EVERY_S, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      switch (hours.refresh()) {
        case LiveHours.Outcome.Unchanged _ -> {}
        case LiveHours.Outcome.Changed(int queues) ->
            LOG.info("The hours were read again: {} queues", queues);
        case LiveHours.Outcome.Broken(var problems) ->
            LOG.warn("The changed hours are not used, because of: {}", problems);
      }
    } catch (RuntimeException e) {
      LOG.warn("The hours could not be looked at again: {}", e.toString());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
