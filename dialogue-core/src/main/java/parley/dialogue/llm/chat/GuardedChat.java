package parley.dialogue.llm.chat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;

/// A language model behind a circuit breaker, a rate limit and retries. A request is sent again
/// only before its first piece came, and never sooner than the provider allows. Thread: any, many
/// at a time.
public final class GuardedChat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedChat.class);
  private static final int REMEMBERED = 10;
  private static final int FEWEST = 5;
  private static final float TOO_MANY_PERCENT = 50;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final ChatEndpoint endpoint;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private final RateLimiter limiter;
  private final Retry retry;
  private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.MIN);

  public GuardedChat(Settings.LanguageModel settings, Clock clock) {
    this.endpoint = new ChatEndpoint(settings, clock);
    this.clock = clock;
    this.breaker = breaker(settings, clock);
    this.limiter =
        RateLimiter.of(
            "language model",
            RateLimiterConfig.custom()
                .limitForPeriod(settings.requestsAMinute())
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(Duration.ZERO)
                .build());
    this.retry =
        Retry.of(
            "language model",
            RetryConfig.custom()
                .maxAttempts(1 + settings.retries())
                .retryOnException(fault -> worthwhile(fault, settings.firstSentenceTimeout()))
                .intervalBiFunction(GuardedChat::pause)
                .build());
  }

  private static CircuitBreaker breaker(Settings.LanguageModel settings, Clock clock) {
    CircuitBreaker breaker =
        CircuitBreaker.of(
            "language model",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(REMEMBERED)
                .minimumNumberOfCalls(FEWEST)
                .failureRateThreshold(TOO_MANY_PERCENT)
                .waitDurationInOpenState(settings.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(event ->
            LOG.warn(
                "The language model's circuit breaker: {}. While it is open, Parley answers by itself.",
                event.getStateTransition()));
    return breaker;
  }

  /// Gives the answer's pieces to the sink as they come, [ChatDelta.Finished] last. Blocks.
  ///
  /// @param late whether an interrupt means that the model was too slow, rather than that nobody
  ///   wants the answer any more
  /// @throws ChatFault when there is no answer, or no whole one; or from the sink
  /// @throws InterruptedException when the thread was interrupted; nothing is open then
  public void stream(ChatRequest request, Consumer<ChatDelta> sink, BooleanSupplier late)
      throws InterruptedException {
    Begun begun = new Begun(sink);
    try {
      retry.executeCallable(() -> {
        attempt(request, begun, late);
        return true;
      });
    } catch (InterruptedException | RuntimeException known) {
      throw known;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void attempt(ChatRequest request, Begun sink, BooleanSupplier late)
      throws InterruptedException {
    enter();
    Entered entered = new Entered();
    try {
      endpoint.stream(
          request,
          delta -> {
            // Before the answer is told: whoever hears it may ask again at once.
            if (delta instanceof ChatDelta.Finished) {
              entered.succeeded();
            }
            sink.accept(delta);
          });
      entered.succeeded();
    } catch (ChatFault fault) {
      account(fault, entered);
      throw sink.begun
          ? ChatFault.lasting(fault.reason(), String.valueOf(fault.getMessage()))
          : fault;
    } catch (InterruptedException stopped) {
      if (late.getAsBoolean()) {
        entered.failed(stopped);
      } else {
        entered.left();
      }
      throw stopped;
    } catch (RuntimeException ours) {
      entered.left();
      throw ours;
    }
  }

  private void enter() {
    if (!breaker.tryAcquirePermission()) {
      throw ChatFault.lasting(
          FailureReason.BREAKER_OPEN, "The language model is left alone after failures.");
    }
    boolean told = clock.instant().isBefore(notBefore.get());
    if (told || !limiter.acquirePermission()) {
      breaker.releasePermission();
      throw ChatFault.lasting(
          FailureReason.RATE_LIMITED,
          told
              ? "The language model's provider wants fewer requests."
              : "More requests a minute than language-model.requests-a-minute allows.");
    }
  }

  private void account(ChatFault fault, Entered entered) {
    switch (fault.reason()) {
      case RATE_LIMITED -> {
        Duration wait = fault.retryAfter();
        if (wait != null) {
          notBefore.set(clock.instant().plus(wait));
        }
        entered.left();
      }
      // The endpoint did its part.
      case CHECK_FAILED, NO_ANSWER -> entered.succeeded();
      case TIMED_OUT, UNREACHABLE, REFUSED, NONSENSE, BREAKER_OPEN -> entered.failed(fault);
    }
  }

  /// A request that the breaker let through, which is told once how it went. Thread: one.
  private final class Entered {
    private final long start = breaker.getCurrentTimestamp();
    private boolean told;

    void succeeded() {
      tell(() -> breaker.onSuccess(since(), breaker.getTimestampUnit()));
    }

    void failed(Throwable why) {
      tell(() -> breaker.onError(since(), breaker.getTimestampUnit(), why));
    }

    void left() {
      tell(breaker::releasePermission);
    }

    private void tell(Runnable outcome) {
      if (!told) {
        told = true;
        outcome.run();
      }
    }

    private long since() {
      return breaker.getCurrentTimestamp() - start;
    }
  }

  private static boolean worthwhile(Throwable thrown, Duration patience) {
    if (!(thrown instanceof ChatFault fault) || !fault.retryable()) {
      return false;
    }
    Duration wait = fault.retryAfter();
    return wait == null || wait.compareTo(patience) < 0;
  }

  private static long pause(int attempt, Either<Throwable, Object> outcome) {
    Duration asked =
        outcome.isLeft() && outcome.getLeft() instanceof ChatFault fault
            ? fault.retryAfter()
            : null;
    return asked == null
        ? IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE).apply(attempt)
        : Math.max(1, asked.toMillis());
  }

  @Override
  public void close() {
    endpoint.close();
  }

  /// Notes whether anything came: from then on the request may not be sent again.
  private static final class Begun implements Consumer<ChatDelta> {
    private final Consumer<ChatDelta> sink;
    private boolean begun;

    Begun(Consumer<ChatDelta> sink) {
      this.sink = sink;
    }

    @Override
    public void accept(ChatDelta delta) {
      begun = true;
      sink.accept(delta);
    }
  }
}
