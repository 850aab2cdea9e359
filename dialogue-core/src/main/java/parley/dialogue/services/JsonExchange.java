package parley.dialogue.services;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.config.Settings;

/// One HTTP request and what its answer means.
///
/// Thread: any; the calling thread waits, at most until the deadline, the answer's body included.
final class JsonExchange {

  /// A flow asks for a handful of fields; more than this is a mistake or an attack.
  private static final long MOST_BYTES = 64 * 1024;

  private final HttpClient http;

  JsonExchange(HttpClient http) {
    this.http = http;
  }

  /// @throws ServiceFault when there is no usable answer
  ServiceResult send(Settings.Service service, ServiceRequest request, Deadline deadline) {
    if (deadline.passed()) {
      throw new ServiceFault("no answer in time", false);
    }
    HttpRequest http = ServiceAddress.request(service, request, deadline.left());
    HttpResponse<byte[]> response = answer(http, deadline);
    int status = response.statusCode();
    return switch (status) {
      case 404, 410 -> new ServiceResult.NotFound();
      case 400, 403, 409, 422 -> new ServiceResult.Refused(ServiceAnswer.reason(response.body()));
      default -> {
        if (status / 100 == 2) {
          yield ServiceAnswer.found(response.body(), request.fields());
        }
        // 401: our own token is wrong; 3xx: an address that nobody has set.
        throw new ServiceFault("status " + status, status / 100 == 5 || status == 429);
      }
    };
  }

  private HttpResponse<byte[]> answer(HttpRequest request, Deadline deadline) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      // The client's own timeout ends with the headers; a body may stall behind them.
      return answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw new ServiceFault("no answer in time", false);
    } catch (ExecutionException e) {
      String what =
          e.getCause() instanceof IOException io ? io.getClass().getSimpleName() : "fault";
      throw new ServiceFault("no answer (" + what + ")", true);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ServiceFault("the caller has gone", false);
    } finally {
      answer.cancel(true);
    }
  }
}
