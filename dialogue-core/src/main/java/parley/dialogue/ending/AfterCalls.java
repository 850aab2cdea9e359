package parley.dialogue.ending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import parley.dialogue.call.CallId;
import parley.dialogue.ending.Unconcluded.Over;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;

/// Concludes conversations after their end, beside the calls: it reads from the log what ended and
/// has no conclusion, so nothing waits for it and nothing is lost. What was cut off by a kill, or
/// ended while the database was away, is found again later. A conversation that goes on after its
/// end, as mail does, is concluded again.
///
/// Thread: its own; [#close] from any.
public final class AfterCalls implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AfterCalls.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  /// What ended before is left as it is: a site that updates has years of calls, and a language
  /// model is paid by the call.
  private static final Duration BACK = Duration.ofDays(7);

  private static final int AT_ONCE = 500;
  private static final int REMEMBERED = 10_000;

  private final List<Unconcluded> kinds;
  private final Concluding concluding;
  private final ConversationLog log;
  private final Clock clock;

  /// What this process has written: a conclusion on its way through the spool is not in the
  /// database yet, and one that the database refused never will be.
  private final Set<Over> written =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Over, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  private final Thread thread = Thread.ofVirtual().name("after-calls").unstarted(this::run);
  private boolean away;

  public AfterCalls(
      List<Unconcluded> kinds, Concluding concluding, ConversationLog log, Clock clock) {
    this.kinds = List.copyOf(kinds);
    this.concluding = concluding;
    this.log = log;
    this.clock = clock;
  }

  public AfterCalls start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      while (true) {
        int _ = round();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException closed) {
      // Nobody waits for the rest: the next start finds it.
    }
  }

  /// Concludes what there is now; returns how many.
  public int round() throws InterruptedException {
    try {
      int done = 0;
      for (Unconcluded kind : kinds) {
        Instant now = clock.instant();
        for (Over over : kind.since(now.minus(BACK), now, AT_ONCE)) {
          done += written.contains(over) ? 0 : conclude(kind, over, now);
        }
      }
      away = false;
      return done;
    } catch (RuntimeException fault) {
      if (!away) {
        LOG.warn(
            "Conversations are not concluded while the database is away ({})",
            fault.getClass().getSimpleName());
      }
      away = true;
      return 0;
    }
  }

  /// @param now before it was read: what is said meanwhile must not count as concluded
  private int conclude(Unconcluded kind, Over over, Instant now) throws InterruptedException {
    CallId call = over.id();
    CallDetail detail = kind.find(call).orElse(null);
    if (detail == null) {
      return 0;
    }
    MDC.put("call", call.toString());
    try {
      var conclusion = concluding.conclude(detail);
      log.write(new LogEntry.Concluded(UUID.randomUUID(), call, now, conclusion));
      LOG.info(
          "Concluded as {}, {} to do", conclusion.disposition(), conclusion.followUps().size());
    } catch (RuntimeException fault) {
      // One conversation must not keep the others waiting.
      LOG.error("This conversation cannot be concluded", fault);
    } finally {
      MDC.remove("call");
    }
    written.add(over);
    return 1;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
