package parley.server.wiring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.knowledge.LiveKnowledge;

/// Looks every ten seconds whether the files of the knowledge changed, and which day it is, on a
/// thread of its own. Broken files are told in the log, once.
public final class KnowledgeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatch.class);
  private static final int EVERY_S = 10;

  private final LiveKnowledge knowledge;
  private final Clock clock;
  private final ZoneId zone;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("knowledge").factory());

  public KnowledgeWatch(LiveKnowledge knowledge, Clock clock, ZoneId zone) {
    this.knowledge = knowledge;
    this.clock = clock;
    this.zone = zone;
    look();
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(this::look, EVERY_S, EVERY_S, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      knowledge.today(LocalDate.ofInstant(clock.instant(), zone));
      switch (knowledge.refresh()) {
        case LiveKnowledge.Outcome.Unchanged _ -> {}
        case LiveKnowledge.Outcome.Changed(int entries) ->
            LOG.info("The knowledge was read again: {} entries", entries);
        case LiveKnowledge.Outcome.Broken(var problems) ->
            LOG.warn("The changed knowledge is not used, because of: {}", problems);
      }
    } catch (RuntimeException e) {
      LOG.warn("The knowledge could not be looked at again: {}", e.toString());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
