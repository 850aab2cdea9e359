package parley.server.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import parley.server.bench.PeakMemory;
import parley.server.measure.Machine;

/// One run of `bench mail`. Thread: one.
final class MailCourse {

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

  private final Path home;
  private final MailPlan plan;
  private final Consumer<String> progress;
  private final ShopMail server;
  private final Map<String, String> settings;
  private final ReplyWatch replies;

  /// @param settings of the process that answers
  MailCourse(
      Path home,
      MailPlan plan,
      Consumer<String> progress,
      ShopMail server,
      Map<String, String> settings) {
    this.home = home;
    this.plan = plan;
    this.progress = progress;
    this.server = server;
    this.settings = settings;
    this.replies = new ReplyWatch(server, plan.customers());
  }

  MailBenchReport measured(Machine machine) throws IOException, InterruptedException {
    Random random = new Random(SEED);
    MailWorker worker = start();
    try {
      warmUp();
      OptionalDouble before = worker.memoryMb();
      OptionalDouble cpuBefore = worker.cpuMs();
      int next = 0;
      for (int kill = 1; kill <= plan.kills(); kill++) {
        next = send(next, plan.mails() * kill / (plan.kills() + 1));
        replies.waitForMore(PATIENCE);
        replies.watch(random.nextLong(LONGEST_WORK_MS));
        worker.kill();
        progress.accept("Kill %d of %d, %d replies".formatted(kill, plan.kills(), replies.count()));
        worker = start();
      }
      int _ = send(next, plan.mails());
      replies.waitForAll(plan.mails(), PATIENCE);
      OptionalDouble after = worker.memoryMb();
      OptionalDouble cpu = perMail(cpuBefore, worker.cpuMs());
      // What is sent twice is sent within the next look at mails in doubt.
      replies.watch(plan.kills() == 0 ? 100 : Duration.ofSeconds(4 * GRACE_SECONDS).toMillis());
      ReplyWatch.Result small = replies.result(0, plan.mails());
      return MailBenchReport.of(plan, small, cpu, before, after, big(worker), machine);
    } finally {
      worker.close();
    }
  }

  /// Only of a process that answered all of them.
  private OptionalDouble perMail(OptionalDouble before, OptionalDouble after) {
    return plan.kills() > 0 || before.isEmpty() || after.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((after.getAsDouble() - before.getAsDouble()) / plan.mails());
  }

  private MailWorker start() throws IOException {
    return MailWorker.start(home, settings, GRACE_SECONDS, plan.byWords());
  }

  private void warmUp() throws InterruptedException {
    int _ = send(plan.mails(), plan.mails() + plan.warmUp());
    replies.waitForAll(plan.warmUp(), PATIENCE);
    replies.forget();
  }

  private int send(int from, int to) throws InterruptedException {
    long begun = System.nanoTime();
    for (int customer = from; customer < to; customer++) {
      long due =
          plan.rate() == 0 ? begun : begun + (customer - from) * 1_000_000_000L / plan.rate();
      replies.watch(Math.max(0, due - System.nanoTime()) / 1_000_000);
      replies.sending(customer);
      server.send(customer, QUESTIONS.get(customer % QUESTIONS.size()));
    }
    return to;
  }

  /// One after the other, so that each one's highest memory is its own.
  private MailBenchReport.Big big(MailWorker worker) throws InterruptedException {
    if (plan.bigMegabytes() == 0) {
      return MailBenchReport.Big.NONE;
    }
    int first = plan.mails() + plan.warmUp();
    OptionalDouble[] peaks = new OptionalDouble[MailPlan.BIG_MAILS];
    replies.forget();
    for (int number = 0; number < MailPlan.BIG_MAILS; number++) {
      try (PeakMemory peak = new PeakMemory(worker::memoryMb)) {
        peak.start();
        replies.sending(first + number);
        server.send(first + number, QUESTIONS.getFirst(), plan.bigMegabytes());
        replies.waitForAll(number + 1, PATIENCE);
        peaks[number] = peak.highestMb();
      }
      progress.accept("Large mail %d of %d".formatted(number + 1, MailPlan.BIG_MAILS));
    }
    ReplyWatch.Result result = replies.result(first, first + MailPlan.BIG_MAILS);
    return new MailBenchReport.Big(
        MailPlan.BIG_MAILS,
        result.replied(),
        plan.bigMegabytes(),
        result.ms(),
        peaks[0],
        peaks[MailPlan.BIG_MAILS - 1]);
  }
}
