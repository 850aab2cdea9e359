package parley.server.eval.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Plays many scenarios, some of them at once, and says how far it is. Thread: one owner.
///
/// @param atOnce how many
/// @param progress told each result as it comes, in one line
record Performance(Player player, int atOnce, Consumer<String> progress) {

  /// The results in the scenarios' order.
  List<Result> play(List<Scenario> scenarios) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    List<Future<Result>> playing = new ArrayList<>();
    try (ExecutorService stages =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name("scenario-", 1).factory())) {
      for (Scenario scenario : scenarios) {
        playing.add(
            stages.submit(() -> {
              Result result = player.play(scenario);
              progress.accept(
                  "%d of %d: %s %s"
                      .formatted(
                          done.incrementAndGet(),
                          scenarios.size(),
                          result.word(),
                          scenario.name()));
              return result;
            }));
      }
      return results(playing, stages);
    }
  }

  private static List<Result> results(List<Future<Result>> playing, ExecutorService stages)
      throws InterruptedException {
    List<Result> results = new ArrayList<>();
    try {
      for (Future<Result> one : playing) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      stages.shutdownNow();
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException("A scenario could not be played", e.getCause());
    } catch (InterruptedException e) {
      stages.shutdownNow();
      throw e;
    }
  }
}
