package parley.callback.promise;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.quiet.NoMoreCalls;
import parley.callback.work.CallbackChanges;
import parley.callback.work.CallbackChanges.Change;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.conversation.ConversationAction;
import parley.dialogue.log.ConversationLog;
import parley.dialogue.log.LogEntry;

/// Takes promises to call back. A promise is kept by the call log: its entry is durable before the
/// caller hears "we will call you back", and there is no second place that could disagree with it.
///
/// Thread: any; promises of one call come from the call's thread, as all its log entries do.
public final class CallbackDesk {

  private static final Logger log = LoggerFactory.getLogger(CallbackDesk.class);

  private final DialableNumbers numbers;
  private final ConversationLog conversationLog;
  private final CallbackChanges changes;
  private final NoMoreCalls noMore;
  private final ZoneId zone;
  private final Clock clock;

  /// @param changes of promises that were made before
  /// @param noMore takes the numbers of who wants no calls
  /// @param zone the site's, in which its callers are told hours
  public CallbackDesk(
      DialableNumbers numbers,
      ConversationLog conversationLog,
      CallbackChanges changes,
      NoMoreCalls noMore,
      ZoneId zone,
      Clock clock) {
    this.numbers = numbers;
    this.conversationLog = conversationLog;
    this.changes = changes;
    this.noMore = noMore;
    this.zone = zone;
    this.clock = clock;
  }

  /// Promises a call back to somebody who did not wait, or says why that cannot be.
  ///
  /// @param wanted its reason is for the people who make the call
  public PromiseResult promise(
      CallId call, ConversationAction.PromiseCallback wanted, String language) {
    return promise(call, wanted, language, Optional.empty());
  }

  /// Promises a call back, or says why that cannot be.
  ///
  /// @param wanted its reason is for the people who make the call
  /// @param waitingSince since when the caller waited for a person, whose place the call keeps
  public PromiseResult promise(
      CallId call,
      ConversationAction.PromiseCallback wanted,
      String language,
      Optional<Instant> waitingSince) {
    PhoneNumber plain = DialableNumbers.plain(wanted.number());
    Optional<NumberProblem> problem = numbers.problem(plain);
    if (problem.isPresent()) {
      log.info("No call back promised: {}", problem.get());
      return new PromiseResult.NumberUnusable(problem.get(), problem.get().sentence());
    }
    Instant now = clock.instant();
    CallbackPromise promise =
        new CallbackPromise(
            UUID.randomUUID(),
            call,
            plain,
            wanted.reason(),
            wanted.window(),
            wanted.queue(),
            language,
            now,
            wanted.window().map(CallbackWindow::zone).orElse(zone),
            waitingSince);
    return keep(promise);
  }

  private PromiseResult keep(CallbackPromise promise) {
    try {
      conversationLog.write(
          new LogEntry.CallbackPromised(
              promise.id(),
              promise.call(),
              promise.promisedAt(),
              promise.number(),
              promise.reason(),
              promise.window().orElse(null),
              promise.queue(),
              promise.language(),
              promise.waitingSince().orElse(null)));
    } catch (UncheckedIOException e) {
      log.error("A call back could not be promised: neither database nor disk takes it", e);
      return new PromiseResult.NotKept();
    }
    log.info("Call back promised to {}", promise.number());
    return new PromiseResult.Promised(promise);
  }

  /// Moves a promise to another time. The one that this very call keeps is kept with it: for the
  /// time that suits better there is a new one.
  ///
  /// @param again the same promise with the new time
  public void move(
      CallId call, UUID callback, ConversationAction.PromiseCallback again, String language) {
    CallbackWindow window = again.window().orElseThrow();
    Optional<Change> change =
        changed("moved", () -> changes.move(callback, window, clock.instant()));
    if (change.equals(Optional.of(Change.BEING_CALLED))) {
      log.info("The promise that this call keeps is made anew");
      PromiseResult result = promise(call, again, language);
      if (!(result instanceof PromiseResult.Promised)) {
        log.error("A call back was not moved: {}", result.getClass().getSimpleName());
      }
    }
  }

  /// Takes a promise back.
  public void cancel(UUID callback) {
    var _ = changed("cancelled", () -> changes.cancel(callback, clock.instant()));
  }

  /// Nobody is called on this number any more.
  public void never(PhoneNumber number) {
    PhoneNumber plain = DialableNumbers.plain(number);
    try {
      noMore.add(plain, clock.instant());
      log.info("{} is never called again", plain);
    } catch (UncheckedIOException e) {
      log.error(
          "{} asked never to be called again, and the list cannot be written ({}): write it there by"
              + " hand before Parley is started again",
          plain,
          e.getClass().getSimpleName());
    }
  }

  /// Empty when it could not be asked for: somebody has been told what now a person must do.
  private static Optional<Change> changed(String what, Supplier<Change> change) {
    try {
      Change done = change.get();
      log.info("A call back is to be {}: {}", what, done);
      return Optional.of(done);
    } catch (RuntimeException e) {
      // Without its message: a database quotes the query, which holds the number.
      log.error("A call back was not {} ({})", what, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
