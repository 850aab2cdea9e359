package parley.server.wiring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.files.Problem;
import parley.dialogue.knowledge.LiveKnowledge;
import parley.dialogue.knowledge.OffList;

/// Looks every ten seconds whether the files of the knowledge or the documents changed, and which
/// day it is, and every two what is switched off, on a thread of its own. Broken files are told in
/// the log, once.
public final class KnowledgeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeWatch.class);
  private static final int EVERY_S = 10;
  private static final int SWITCHES_EVERY_S = 2;

  private final LiveKnowledge knowledge;
  private final LiveDocuments documents;
  private final OffList offList;
  private final Clock clock;
  private final ZoneId zone;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("knowledge").factory());

  private Set<String> off = Set.of();

  public KnowledgeWatch(
      LiveKnowledge knowledge, LiveDocuments documents, OffList offList, Clock clock, ZoneId zone) {
    this.knowledge = knowledge;
    this.documents = documents;
    this.offList = offList;
    tell(documents.problems());
    this.clock = clock;
    this.zone = zone;
    look();
    lookAtSwitches();
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(this::look, EVERY_S, EVERY_S, TimeUnit.SECONDS);
    ScheduledFuture<?> _ =
        thread.scheduleWithFixedDelay(
            this::lookAtSwitches, SWITCHES_EVERY_S, SWITCHES_EVERY_S, TimeUnit.SECONDS);
  }

  private void lookAtSwitches() {
    try {
      Set<String> wanted = offList.ids();
      if (wanted.equals(off)) {
        return;
      }
      for (String id : wanted) {
        boolean entry = knowledge.switchOff(id);
        boolean passage = documents.switchOff(id);
        if (!entry && !passage) {
          LOG.warn("Nothing in the knowledge is called {}, which is switched off", id);
        }
      }
      for (String id : off) {
        if (!wanted.contains(id)) {
          boolean _ = knowledge.switchOn(id);
          boolean _ = documents.switchOn(id);
        }
      }
      off = wanted;
      LOG.info("Switched off in the knowledge: {}", off);
    } catch (RuntimeException e) {
      LOG.warn("What is switched off could not be looked at: {}", e.toString());
    }
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
      lookAtDocuments();
    } catch (RuntimeException e) {
      LOG.warn("The knowledge could not be looked at again: {}", e.toString());
    }
  }

  private void lookAtDocuments() {
    switch (documents.refresh()) {
      case LiveDocuments.Outcome.Unchanged _ -> {}
      case LiveDocuments.Outcome.Changed(int files, int passages, var problems) -> {
        LOG.info("The documents were read again: {} files, {} passages", files, passages);
        tell(problems);
      }
    }
  }

  private static void tell(List<Problem> problems) {
    problems.forEach(problem -> LOG.warn("A document is not used: {}", problem));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
