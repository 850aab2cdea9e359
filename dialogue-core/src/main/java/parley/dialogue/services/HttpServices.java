package parley.dialogue.services;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.Settings;

/// The site's systems over HTTP, each with a deadline, retries, a breaker and a rate of its own.
///
/// Thread: any. Each question runs on a virtual thread of its own, which ends with it.
public final class HttpServices implements Services {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServices.class);

  private static final Duration GRACE = Duration.ofMillis(250);

  private final HttpClient http;
  private final Map<String, Endpoint> endpoints = new HashMap<>();

  private HttpServices(HttpClient http) {
    this.http = http;
  }

  /// @param nanos a steady ticker such as `System::nanoTime`
  public static HttpServices open(Settings.Services settings, LongSupplier nanos) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    HttpServices services = new HttpServices(http);
    settings
        .all()
        .forEach((name, service) ->
            services.endpoints.put(
                name, new Endpoint(name, service, new JsonExchange(http), nanos)));
    return services;
  }

  @Override
  public CompletableFuture<ServiceResult> ask(ServiceRequest request) {
    Endpoint endpoint = endpoints.get(request.service());
    if (endpoint == null) {
      return CompletableFuture.completedFuture(new ServiceResult.Failed());
    }
    CompletableFuture<ServiceResult> answer = new CompletableFuture<>();
    Thread thread =
        Thread.ofVirtual()
            .name("service-" + request.service())
            .start(() -> answer.complete(asked(endpoint, request)));
    // The last word on the deadline, whatever the thread waits for; and nobody waits for a thread
    // whose answer is not wanted.
    long most = endpoint.timeout().plus(GRACE).toMillis();
    var _ =
        answer
            .completeOnTimeout(new ServiceResult.Failed(), most, TimeUnit.MILLISECONDS)
            .whenComplete((_, _) -> thread.interrupt());
    return answer;
  }

  private static ServiceResult asked(Endpoint endpoint, ServiceRequest request) {
    try {
      return endpoint.ask(request);
    } catch (RuntimeException e) {
      // A fault of ours must not leave the caller waiting.
      LOG.error("Asking the service {} failed", request.service(), e);
      return new ServiceResult.Failed();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
