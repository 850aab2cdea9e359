package parley.server.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview;
import parley.callback.work.CallbackOverview.CallbackLine;
import parley.callback.work.NewCallback;
import parley.db.CallLogReading;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.log.CallLog.CallDetail;
import parley.gateway.phone.TakenCall;
import parley.gateway.phone.TestCallee;

/// A server whose trunk leads to phones of the test's own, and the promises that it keeps. It calls
/// day and night, so that the tests run at any hour. Thread: one owner.
final class CalledPhones implements AutoCloseable {

  private static final Duration RINGS = Duration.ofMillis(300);
  private static final Duration CALLED = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofSeconds(30);

  private final Map<String, BlockingQueue<TakenCall>> pickedUp = new ConcurrentHashMap<>();
  private final TestCallee network;
  private final Path folder;
  private final RunningServer server;
  private final CallLogReading database;

  CalledPhones(String name) {
    network =
        TestCallee.onFreePort(
            number -> new TestCallee.Behaviour.Talk(RINGS, call -> of(number).add(call)));
    try {
      folder = Files.createTempDirectory("called");
      Files.writeString(
          folder.resolve("hours.yaml"),
          "queues:\n  general:\n    week:\n      monday-sunday: 00:00-24:00\n");
      Files.writeString(neverCalled(), "# nobody yet\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = RunningServer.start(name, environment());
    database = CallLogReading.open(server.settings().database(), server.state());
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_CALLBACKS_HOURS", folder.resolve("hours.yaml").toString());
    environment.put("PARLEY_CALLBACKS_QUIET_HOURS", "none");
    environment.put("PARLEY_CALLBACKS_DO_NOT_CALL", neverCalled().toString());
    environment.put(
        "PARLEY_ASTERISK_TRUNK_ENDPOINT",
        "PJSIP/test-trunk/sip:{number}@127.0.0.1:" + network.port());
    return environment;
  }

  RunningServer server() {
    return server;
  }

  /// The file with the numbers that are never called.
  Path neverCalled() {
    return folder.resolve("do-not-call.txt");
  }

  private BlockingQueue<TakenCall> of(String number) {
    return pickedUp.computeIfAbsent(number, _ -> new LinkedBlockingQueue<>());
  }

  /// The next call that this number picks up, with what it says at once: words that were made
  /// before, for Parley does not wait long.
  Callee pickUp(String number, TestSpeech speech, short[] first) throws InterruptedException {
    TakenCall call = of(number).poll(CALLED.toSeconds(), TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("Nobody called " + number + ": " + promises(number));
    }
    Callee callee = new Callee(call, speech);
    long _ = callee.plays(first);
    return callee;
  }

  /// Calls to this number so far.
  long calls(String number) {
    return network.taken().stream().filter(call -> call.number().equals(number)).count();
  }

  /// Promises, as `callbacks add` does, a call that is due now.
  UUID promise(String number, String reason) {
    Instant now = Clock.systemUTC().instant();
    Callback callback =
        new Callback(
            UUID.randomUUID(),
            Callback.Origin.COMMAND,
            Optional.empty(),
            new PhoneNumber(number),
            reason,
            "",
            "en",
            Optional.of(
                new CallbackWindow(
                    now, now.plus(Duration.ofHours(1)), server.settings().site().zone())),
            Callback.Order.CUSTOMER_FIRST,
            0,
            CallbackState.WAITING);
    database.callbacks().add(List.of(new NewCallback(callback, now, 0)));
    return callback.id();
  }

  /// All promises to a number.
  List<CallbackLine> promises(String number) {
    return database
        .callbacks()
        .list(new CallbackOverview.Filter(Set.of(CallbackState.values()), null, 100))
        .stream()
        .filter(line -> line.callback().number().value().equals(number))
        .toList();
  }

  /// Waits until one of a number's promises is so.
  CallbackLine await(String number, String what, Predicate<CallbackLine> is) {
    return Await.value(what, SETTLED, () -> promises(number).stream().filter(is).findFirst());
  }

  /// Whether the callee of the last call to a number talks with an agent.
  boolean isJoined(String number) {
    return database
        .callLog()
        .findBySipCallId(attempt(number))
        .filter(call -> Caller.agentLegs(call).contains("joined"))
        .isPresent();
  }

  private String attempt(String number) {
    return network.taken().stream()
        .filter(call -> call.number().equals(number))
        .toList()
        .getLast()
        .attempt();
  }

  /// The log of the last call to a number, once it is over.
  CallDetail log(String number) {
    String attempt = attempt(number);
    return Await.value(
        "the call is closed in the log",
        SETTLED,
        () ->
            database
                .callLog()
                .findBySipCallId(attempt)
                .filter(call -> call.call().endedAt() != null));
  }

  @Override
  public void close() {
    database.close();
    server.close();
    network.close();
    Folders.delete(folder);
  }
}
