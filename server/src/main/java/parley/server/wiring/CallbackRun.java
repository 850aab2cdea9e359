package parley.server.wiring;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import parley.callback.dial.Dialler;
import parley.callback.work.Node;
import parley.callback.work.Pace;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.db.callback.DueCallbacks;
import parley.server.bench.callbacks.WitnessDialler;
import parley.server.callbacks.CallbackRunCommand;
import parley.server.callbacks.CallbackRunCommand.Wanted;
import parley.server.command.CommandFault;

/// A node that keeps promises and does nothing else: for a machine of its own, and for `bench
/// callbacks`. Thread: one; it ends with the process.
public final class CallbackRun implements CallbackRunCommand.Running {

  /// Of the bench's stand-in for Asterisk, which has room for all.
  private static final int WITNESS_LINES = 500;

  @Override
  public void run(Settings settings, Wanted wanted, PrintWriter progress)
      throws InterruptedException {
    if (wanted.witness() == 0) {
      throw new CommandFault("There is no telephone yet through which this node could call");
    }
    Dialler dialler = new WitnessDialler(wanted.witness());
    Pace pace =
        new Pace(Pace.USUAL.calls(), Pace.USUAL.poll(), wanted.heartbeat(), Pace.USUAL.pause());
    try (DatabaseParts database = DatabaseParts.open(settings.database(), settings.state());
        DueCallbacks _ =
            CallbackWiring.start(
                database,
                dialler,
                CallbackWiring.rules(WITNESS_LINES),
                new Node(wanted.node(), "witness"),
                pace)) {
      CountDownLatch stopped = new CountDownLatch(1);
      Thread here = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .unstarted(() -> {
                    stopped.countDown();
                    join(here);
                  }));
      progress.println("Callbacks are kept by " + wanted.node() + ".");
      progress.flush();
      stopped.await();
    }
  }

  private static void join(Thread thread) {
    try {
      boolean _ = thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
