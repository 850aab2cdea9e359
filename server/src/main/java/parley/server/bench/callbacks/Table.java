package parley.server.bench.callbacks;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview;
import parley.callback.work.NewCallback;
import parley.db.callback.JooqCallbackOverview;
import parley.db.connection.Database;
import parley.db.log.SpoolingConversationLog;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.log.LogEntry;

/// The callbacks of a bench. Thread: one.
final class Table {

  private static final Duration LATER = Duration.ofDays(2);
  private static final int PROMISES = 3_000;
  private static final int CALLS_AT_ONCE = 16;
  private static final int LISTINGS = 31;

  private final Database database;
  private final CallbackOverview overview;
  private final Clock clock;

  Table(Database database, Clock clock) {
    this.database = database;
    this.overview = new JooqCallbackOverview(database.sql());
    this.clock = clock;
  }

  /// Callbacks of later days.
  void fill(int pending) {
    Instant from = clock.instant().plus(LATER);
    overview.add(
        IntStream.range(0, pending)
            .mapToObj(i -> callback("+4989" + (1_000_000 + i), from.plusSeconds(i)))
            .toList());
  }

  /// Adds what the nodes are to call, so many a second.
  ///
  /// @return the numbers
  List<String> due(int many, Instant first, int rate) {
    List<NewCallback> due =
        IntStream.range(0, many)
            .mapToObj(i -> callback("+4930" + (1_000_000 + i), first.plusMillis(i * 1_000L / rate)))
            .toList();
    overview.add(due);
    return due.stream().map(one -> one.callback().number().value()).toList();
  }

  /// As calls promise them: each by the call log, durable before its caller hears of it, several
  /// calls at once.
  double scheduledPerSecond(Path spool) throws InterruptedException {
    Instant from = clock.instant().plus(LATER);
    try (SpoolingConversationLog log =
        SpoolingConversationLog.open(database.sql(), spool, Duration.ofSeconds(5))) {
      promise(log, PROMISES / 10, from);
      long begun = System.nanoTime();
      promise(log, PROMISES, from);
      while (log.isSpooling()) {
        Thread.sleep(Duration.ofMillis(5));
      }
      return PROMISES * 1e9 / (System.nanoTime() - begun);
    }
  }

  private void promise(SpoolingConversationLog log, int many, Instant from) {
    List<Runnable> calls = new ArrayList<>();
    for (int call = 0; call < CALLS_AT_ONCE; call++) {
      calls.add(() -> promiseInCall(log, many / CALLS_AT_ONCE, from));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.forEach(threads::execute);
    }
  }

  private void promiseInCall(SpoolingConversationLog log, int many, Instant from) {
    CallId call = CallId.random();
    log.write(
        new LogEntry.CallStarted(
            UUID.randomUUID(),
            call,
            clock.instant(),
            new PhoneNumber("+49401"),
            "100",
            "en",
            "",
            ""));
    for (int i = 0; i < many; i++) {
      log.write(
          new LogEntry.CallbackPromised(
              UUID.randomUUID(),
              call,
              clock.instant(),
              new PhoneNumber("+4940" + (1_000_000 + i)),
              "order 4711",
              new CallbackWindow(from, from.plusSeconds(3600), ZoneOffset.UTC),
              "",
              "en"));
    }
  }

  /// What `./parley callbacks` asks the database for, in the median.
  double listingMs() {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < LISTINGS; i++) {
      long begun = System.nanoTime();
      int shown = overview.list(new CallbackOverview.Filter(Set.of(), null, 50)).size();
      int open = overview.open().size();
      if (shown + open > 0) {
        times.add((System.nanoTime() - begun) / 1e6);
      }
    }
    times.sort(null);
    return times.isEmpty() ? 0 : times.get(times.size() / 2);
  }

  private NewCallback callback(String number, Instant from) {
    Callback callback =
        new Callback(
            UUID.randomUUID(),
            Callback.Origin.COMMAND,
            Optional.empty(),
            new PhoneNumber(number),
            "order 4711",
            "",
            "en",
            Optional.of(new CallbackWindow(from, from.plusSeconds(3600), ZoneOffset.UTC)),
            Callback.Order.CUSTOMER_FIRST,
            0,
            CallbackState.WAITING);
    return new NewCallback(callback, clock.instant(), 0);
  }
}
