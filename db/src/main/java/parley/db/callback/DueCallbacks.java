package parley.db.callback;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import parley.callback.work.Lease;
import parley.callback.work.Node;
import parley.callback.work.Pace;
import parley.db.connection.Database;

/// Wakes each callback when its hour comes, on one node of all that share the database.
/// db-scheduler does it: it claims what is due with a lease, tells that the lease's node lives, and
/// brings up again what a dead one had.
///
/// What it runs gives the callback its next hour, or deletes it, by itself, in the transaction that
/// notes what came of it. Thread: a virtual one for each callback.
public final class DueCallbacks implements AutoCloseable {

  /// For a call that is just being noted; one that goes on is found by the next node.
  private static final Duration LONGEST_END = Duration.ofSeconds(3);

  /// Tasks of a newer Parley on the same database must stay.
  private static final Duration KEEP_UNKNOWN = Duration.ofDays(3650);

  private final Scheduler scheduler;
  private final ExecutorService calls;

  private DueCallbacks(Scheduler scheduler, ExecutorService calls) {
    this.scheduler = scheduler;
    this.calls = calls;
  }

  /// @param work what to do with what is due; it may block as long as a call does
  /// @param clock the same for all nodes
  public static DueCallbacks start(
      Database database, Node node, Pace pace, Clock clock, Consumer<Lease> work) {
    ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    Scheduler scheduler =
        Scheduler.create(database.source(), task(work, database.sql(), pace.pause(), clock))
            .schedulerName(new SchedulerName.Fixed(node.name()))
            .clock(clock::instant)
            .executorService(calls)
            .threads(pace.calls())
            .pollUsingLockAndFetch(0.5, 1)
            .pollingInterval(pace.poll())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(Pace.MISSED_HEARTBEATS)
            .enablePriority()
            .deleteUnresolvedAfter(KEEP_UNKNOWN)
            .shutdownMaxWait(LONGEST_END)
            .failureLogging(LogLevel.WARN, true)
            .build();
    scheduler.start();
    return new DueCallbacks(scheduler, calls);
  }

  private static CustomTask<Void> task(
      Consumer<Lease> work, DSLContext sql, Duration pause, Clock clock) {
    return Tasks.custom(ScheduleRows.TASK, Void.class)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(pause))
        // Several nodes find the same dead one; db-scheduler's own handler takes that for a bug.
        .onDeadExecution(
            (dead, _) -> ScheduleRows.giveBack(sql, lease(dead.getExecution()), clock.instant()))
        .execute((_, context) -> {
          work.accept(lease(context.getExecution()));
          // The work has given it back, or deleted it.
          return (_, _) -> {};
        });
  }

  private static Lease lease(Execution execution) {
    return new Lease(UUID.fromString(execution.getId()), execution.version);
  }

  /// Ends calls that go on: their attempts stay open, for the next node to ask Asterisk for.
  @Override
  public void close() {
    scheduler.stop();
    calls.shutdownNow();
  }
}
