package parley.dialogue.services;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;

/// One service with its limits. From the outside in: retries (only of a GET), each try past the
/// breaker and then the rate; nothing above this class retries. All tries share one deadline.
///
/// Thread: any; the calling thread waits.
final class Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  private static final int BREAKER_LOOKS_BACK = 10;
  private static final int BREAKER_JUDGES_FROM = 5;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  private final String name;
  private final Settings.Service settings;
  private final JsonExchange exchange;
  private final LongSupplier nanos;
  private final CircuitBreaker breaker;
  private final RateLimiter rate;
  private final Retry retry;

  Endpoint(String name, Settings.Service settings, JsonExchange exchange, LongSupplier nanos) {
    this.name = name;
    this.settings = settings;
    this.exchange = exchange;
    this.nanos = nanos;
    this.breaker = breaker(name, settings);
    this.rate = rate(name, settings);
    this.retry = retry(name, settings);
  }

  private static CircuitBreaker breaker(String name, Settings.Service settings) {
    return CircuitBreaker.of(
        name,
        CircuitBreakerConfig.custom()
            .slidingWindowSize(BREAKER_LOOKS_BACK)
            .minimumNumberOfCalls(BREAKER_JUDGES_FROM)
            .waitDurationInOpenState(settings.breakerRest())
            .permittedNumberOfCallsInHalfOpenState(1)
            // Our own limit says nothing about the service.
            .ignoreExceptions(RequestNotPermitted.class)
            .build());
  }

  private static RateLimiter rate(String name, Settings.Service settings) {
    return RateLimiter.of(
        name,
        RateLimiterConfig.custom()
            .limitForPeriod(settings.requestsASecond())
            .limitRefreshPeriod(Duration.ofSeconds(1))
            .timeoutDuration(settings.timeout())
            .build());
  }

  private static Retry retry(String name, Settings.Service settings) {
    return Retry.of(
        name,
        RetryConfig.custom()
            .maxAttempts(settings.retries() + 1)
            .intervalFunction(IntervalFunction.of(BETWEEN_TRIES))
            .retryOnException(e -> e instanceof ServiceFault fault && fault.passing())
            .build());
  }

  Duration timeout() {
    return settings.timeout();
  }

  /// The answer, before the service's deadline. Failures are logged here and come as results.
  ServiceResult ask(ServiceRequest request) {
    Deadline deadline = Deadline.in(settings.timeout(), nanos);
    Supplier<ServiceResult> once =
        CircuitBreaker.decorateSupplier(
            breaker,
            RateLimiter.decorateSupplier(rate, () -> exchange.send(settings, request, deadline)));
    try {
      return request.method() == ServiceRequest.Method.GET
          ? Retry.decorateSupplier(retry, once).get()
          : once.get();
    } catch (ServiceFault fault) {
      LOG.warn("The service {} failed: {}", name, fault.getMessage());
    } catch (CallNotPermittedException _) {
      LOG.warn("The service {} has failed too often and is left alone for a while", name);
    } catch (AcquirePermissionCancelledException _) {
      // Given up while waiting: nobody wants the answer any more.
    } catch (RequestNotPermitted _) {
      LOG.warn("The service {} is asked more often than requests-a-second allows", name);
    }
    return new ServiceResult.Failed();
  }
}
