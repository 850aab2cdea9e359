package parley.server.bench.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real Asterisk, real database, real processes that are killed while they call. The whole, 2,000
/// callbacks and 20 kills, is `./parley bench callbacks`.
@Tag("calls")
class KilledNodesTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void eachCallbackIsReceivedOnceThoughNodesAreKilled() throws Exception {
    CallbackBenchReport report =
        new CallbackBench(
                HOME,
                new CallbackBench.Wanted(60, 3, 3, 0, 20, Picking.best(HOME)),
                Clock.systemUTC(),
                _ -> {})
            .run(folder);

    assertEquals(60, report.dialled());
    assertEquals(0, report.lost());
    assertEquals(0, report.doubled());
  }
}
