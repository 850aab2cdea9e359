package parley.server.bench.callbacks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import parley.config.Secret;
import parley.db.callback.StartDelays;
import parley.db.connection.Database;
import parley.db.connection.DatabaseAddress;
import parley.db.embedded.EmbeddedDatabase;
import parley.server.measure.Machine;

/// Has many callbacks kept by nodes that are killed again and again, and counts the calls that are
/// received.
///
/// @param home the checkout
/// @param wanted how much
/// @param clock says when callbacks are due
/// @param progress told in one line how far it is
public record CallbackBench(Path home, Wanted wanted, Clock clock, Consumer<String> progress) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration UNTIL_FIRST = Duration.ofSeconds(3);
  private static final Duration TALK = Duration.ofMillis(200);
  private static final long LONGEST_WORK_MS = 500;
  private static final long SEED = 20;
  private static final int CONNECTIONS = 10;
  private static final int LINES_OF_A_NODE = 50;

  /// @param due callbacks that are called
  /// @param nodes processes that call
  /// @param kills how often one of them is killed
  /// @param pending callbacks of later days that lie in the same table
  /// @param rate how many come due a second
  /// @param picking who picks up
  public record Wanted(int due, int nodes, int kills, int pending, int rate, Picking picking) {}

  /// @param folder an empty one, for the database and the nodes' files
  public CallbackBenchReport run(Path folder) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("db"), 0);
        Database database = Database.open(server.address(), CONNECTIONS, Duration.ofSeconds(10));
        Witness witness = witness(folder);
        Nodes nodes = new Nodes(home, folder, witness.telephone(), of(server.address()))) {
      Table table = new Table(database, clock);
      table.fill(wanted.pending());
      progress.accept(wanted.pending() + " callbacks of later days lie in the table");
      double perSecond = table.scheduledPerSecond(folder.resolve("bench"));
      double listingMs = table.listingMs();
      nodes.start(wanted.nodes());
      progress.accept(wanted.nodes() + " nodes keep callbacks");
      List<String> numbers =
          table.due(wanted.due(), clock.instant().plus(UNTIL_FIRST), wanted.rate());
      new Course(nodes, witness).run();
      return CallbackBenchReport.of(
          wanted,
          numbers,
          witness.received(),
          StartDelays.ms(database.sql()),
          perSecond,
          listingMs,
          machine);
    }
  }

  private Witness witness(Path folder) throws IOException, InterruptedException {
    return wanted.picking() == Picking.STAND_IN
        ? LocalWitness.start(TALK)
        : AsteriskWitness.start(
            home, folder.resolve("asterisk"), LINES_OF_A_NODE, wanted.picking());
  }

  private static Map<String, String> of(DatabaseAddress address) {
    Secret password = address.password();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("database.url", address.url());
    settings.put("database.user", address.user());
    settings.put("database.password", password == null ? "" : password.reveal());
    return settings;
  }

  /// Kills, and waits for the end. Thread: one.
  private final class Course {
    private final Nodes nodes;
    private final Witness witness;
    private final Random random = new Random(SEED);

    Course(Nodes nodes, Witness witness) {
      this.nodes = nodes;
      this.witness = witness;
    }

    void run() throws IOException, InterruptedException {
      for (int kill = 1; kill <= wanted.kills(); kill++) {
        await(wanted.due() * kill / (wanted.kills() + 1));
        Thread.sleep(Duration.ofMillis(random.nextLong(LONGEST_WORK_MS)));
        nodes.replaceOne(random);
        progress.accept(
            "Kill %d of %d, %d calls received"
                .formatted(kill, wanted.kills(), witness.received().size()));
      }
      await(wanted.due());
      // What is called twice would be called when the last leases of killed nodes run out.
      Thread.sleep(Duration.ofSeconds(wanted.kills() == 0 ? 1 : 6));
    }

    private void await(int calls) throws InterruptedException {
      Instant deadline = clock.instant().plus(PATIENCE);
      while (witness.received().size() < calls && clock.instant().isBefore(deadline)) {
        Thread.sleep(Duration.ofMillis(20));
      }
    }
  }
}
