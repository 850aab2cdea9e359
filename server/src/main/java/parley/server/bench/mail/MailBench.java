package parley.server.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import parley.config.Secret;
import parley.db.connection.DatabaseAddress;
import parley.db.embedded.EmbeddedDatabase;
import parley.server.measure.Machine;
import parley.server.measure.Spread;

/// Sends questions to a Parley that is killed again and again, and counts what comes back.
///
/// @param home the checkout, whose knowledge answers
/// @param mails how many, each of another customer
/// @param kills how often the process is killed while it works
/// @param rate mails sent a second; 0: as fast as the server takes them
/// @param warmUp mails before the measured ones, so that a process is measured that has worked
/// @param progress told in one line how far it is
public record MailBench(
    Path home, int mails, int kills, int rate, int warmUp, Consumer<String> progress) {

  private static final int GRACE_SECONDS = 1;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /// From the first reply of a life to its kill: so that kills fall among mails that are answered.
  private static final long LONGEST_WORK_MS = 700;

  private static final long SEED = 20;
  private static final List<String> QUESTIONS =
      List.of(
          "Hello,\n\nwhat are your opening hours?\n\nKind regards",
          "Hi there, how do I return an item that I bought online?",
          "Good morning,\n\ncould you tell me how long delivery takes?\n\nThank you",
          "How can I pay? Do you take credit cards?");

  /// @param folder an empty one, for the database and the process's files
  public MailBenchReport run(Path folder) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("db"), 0);
        BenchMailServer server = new BenchMailServer(mails + warmUp)) {
      Map<String, String> settings = new LinkedHashMap<>(server.settings());
      settings.put("state", folder.resolve("state").toString());
      settings.putAll(of(database.address()));
      return new Course(server, settings).measured(machine);
    }
  }

  private static Map<String, String> of(DatabaseAddress address) {
    Secret password = address.password();
    return Map.of(
        "database.url", address.url(),
        "database.user", address.user(),
        "database.password", password == null ? "" : password.reveal());
  }

  /// One run. Thread: one.
  private final class Course {
    private final BenchMailServer server;
    private final Map<String, String> settings;
    private final long[] sent = new long[mails + warmUp];
    private final List<Double> replyMs = new ArrayList<>();
    private final boolean[] replied = new boolean[mails + warmUp];
    private OptionalLong memoryBefore = OptionalLong.empty();
    private OptionalLong memoryAfter = OptionalLong.empty();
    private long lastReply;

    Course(BenchMailServer server, Map<String, String> settings) {
      this.server = server;
      this.settings = settings;
    }

    MailBenchReport measured(Machine machine) throws IOException, InterruptedException {
      Random random = new Random(SEED);
      MailWorker worker = MailWorker.start(home, settings, GRACE_SECONDS);
      try {
        warmUp();
        memoryBefore = worker.memoryMb();
        int next = 0;
        for (int kill = 1; kill <= kills; kill++) {
          next = send(next, mails * kill / (kills + 1));
          waitForMore();
          watch(random.nextLong(LONGEST_WORK_MS));
          worker.kill();
          progress.accept("Kill " + kill + " of " + kills + ", " + replyMs.size() + " replies");
          worker = MailWorker.start(home, settings, GRACE_SECONDS);
        }
        int _ = send(next, mails);
        waitForAll(mails);
        memoryAfter = worker.memoryMb();
        // What is sent twice is sent within the next look at mails in doubt.
        watch(kills == 0 ? 100 : Duration.ofSeconds(4 * GRACE_SECONDS).toMillis());
      } finally {
        worker.close();
      }
      return report(machine);
    }

    private void warmUp() throws InterruptedException {
      int _ = send(mails, mails + warmUp);
      waitForAll(warmUp);
      replyMs.clear();
    }

    private int send(int from, int to) throws InterruptedException {
      long begun = System.nanoTime();
      for (int customer = from; customer < to; customer++) {
        long due = rate == 0 ? begun : begun + (customer - from) * 1_000_000_000L / rate;
        watch(Math.max(0, due - System.nanoTime()) / 1_000_000);
        sent[customer] = System.nanoTime();
        server.send(customer, QUESTIONS.get(customer % QUESTIONS.size()));
      }
      return to;
    }

    /// Replies of mails in doubt may come first, and late.
    private void waitForMore() throws InterruptedException {
      int before = replyMs.size();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (replyMs.size() == before && System.nanoTime() < deadline) {
        watch(5);
      }
    }

    private void waitForAll(int wanted) throws InterruptedException {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (replyMs.size() < wanted && System.nanoTime() < deadline) {
        watch(20);
      }
    }

    private void watch(long ms) throws InterruptedException {
      long end = System.nanoTime() + ms * 1_000_000;
      look();
      while (System.nanoTime() < end) {
        Thread.sleep(Duration.ofMillis(5));
        look();
      }
    }

    private void look() {
      for (int customer = 0; customer < sent.length; customer++) {
        if (sent[customer] != 0 && !replied[customer] && server.replies(customer) > 0) {
          replied[customer] = true;
          lastReply = System.nanoTime();
          replyMs.add((lastReply - sent[customer]) / 1e6);
        }
      }
    }

    private MailBenchReport report(Machine machine) {
      int doubled = 0;
      for (int customer = 0; customer < mails; customer++) {
        doubled += Math.max(0, server.replies(customer) - 1);
      }
      double seconds = Math.max(1, lastReply - sent[0]) / 1e9;
      return new MailBenchReport(
          mails,
          replyMs.size(),
          mails - replyMs.size(),
          doubled,
          kills,
          Spread.of(replyMs),
          replyMs.size() / seconds,
          memoryBefore,
          memoryAfter,
          machine);
    }
  }
}
