package parley.callback.ask;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;
import parley.dialogue.services.Services;

/// Answers flows that ask for appointments from the product's own calendars, where the site has set
/// no system of its own for them; all other services are asked as before.
///
/// Thread: any. Each question runs on a virtual thread of its own.
public final class OwnCalendars implements Services {

  /// The service that has appointments.
  public static final String NAME = "trips";

  private static final Logger log = LoggerFactory.getLogger(OwnCalendars.class);

  private final AppointmentAnswers answers;
  private final Services others;
  private final Duration timeout;

  /// @param timeout how long the caller waits for an answer at most
  public OwnCalendars(AppointmentAnswers answers, Services others, Duration timeout) {
    this.answers = answers;
    this.others = others;
    this.timeout = timeout;
  }

  @Override
  public CompletableFuture<ServiceResult> ask(ServiceRequest request) {
    if (!request.service().equals(NAME)) {
      return others.ask(request);
    }
    CompletableFuture<ServiceResult> answer = new CompletableFuture<>();
    Thread _ =
        Thread.ofVirtual()
            .name("service-appointments")
            .start(() -> answer.complete(asked(request)));
    return answer.completeOnTimeout(
        new ServiceResult.Failed(), timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private ServiceResult asked(ServiceRequest request) {
    try {
      return answers.answer(request);
    } catch (RuntimeException e) {
      // A fault of ours must not leave the caller waiting.
      log.error("Asking for appointments failed", e);
      return new ServiceResult.Failed();
    }
  }

  @Override
  public void close() {
    others.close();
  }
}
