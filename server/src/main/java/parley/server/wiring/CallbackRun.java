package parley.server.wiring;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import parley.callback.dial.Dialler;
import parley.callback.work.CallbackWork;
import parley.callback.work.Next;
import parley.callback.work.Node;
import parley.callback.work.Pace;
import parley.callback.work.Permission;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.db.callback.DueCallbacks;
import parley.gateway.outbound.WordlessCalls;
import parley.server.bench.callbacks.WitnessDialler;
import parley.server.callbacks.CallbackRunCommand;
import parley.server.callbacks.CallbackRunCommand.Wanted;

/// A node that calls whoever is due and says nothing, for `bench callbacks`. Thread: one; it ends
/// with the process.
///
/// @param clock for what is said of phones
public record CallbackRun(Clock clock) implements CallbackRunCommand.Running {

  private static final Duration TALK = Duration.ofMillis(500);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /// Calls at once of one queue, all nodes together.
  private static final int MOST = 100;

  @Override
  public void run(Settings settings, Wanted wanted, PrintWriter progress)
      throws InterruptedException {
    if (wanted.witness() != CallbackRunCommand.ASTERISK) {
      keep(settings, wanted, new WitnessDialler(wanted.witness()), progress);
      return;
    }
    try (WordlessCalls calls = WordlessCalls.start(settings, clock, TALK)) {
      keep(settings, wanted, calls.dialler(), progress);
    }
  }

  private static void keep(Settings settings, Wanted wanted, Dialler dialler, PrintWriter progress)
      throws InterruptedException {
    Pace pace =
        new Pace(Pace.USUAL.calls(), Pace.USUAL.poll(), wanted.heartbeat(), Pace.USUAL.pause());
    try (DatabaseParts database = DatabaseParts.open(settings.database(), settings.state());
        DueCallbacks _ =
            CallbackWiring.start(
                database, dialler, rules(), new Node(wanted.node(), "bench"), pace)) {
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

  /// What has reached a phone is not called again, so that each is to be received once; what the
  /// network had no line for is.
  private static CallbackWork.Rules rules() {
    return new CallbackWork.Rules(
        Permission.ALWAYS,
        _ -> MOST,
        (_, outcomes, now) ->
            switch (outcomes.getLast()) {
              case CONGESTION, NOT_DIALLED -> new Next.Again(now.plus(AGAIN));
              case KEPT -> new Next.Kept();
              case BUSY,
                  NO_ANSWER,
                  MESSAGE_LEFT,
                  MACHINE,
                  OTHER_PERSON,
                  NUMBER_REFUSED,
                  NO_AGENT,
                  NO_TAKER,
                  BROKEN_OFF ->
                  new Next.GivenUp("the bench calls nobody twice");
            });
  }

  private static void join(Thread thread) {
    try {
      boolean _ = thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
