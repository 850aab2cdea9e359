package parley.db.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static parley.db.appointment.TestCalendars.NOW;
import static parley.db.appointment.TestCalendars.STORE;
import static parley.db.appointment.TestCalendars.ZONE;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.callback.ask.AppointmentAnswers;
import parley.callback.ask.OwnCalendars;
import parley.dialogue.call.Spoken;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceRequest.Method;
import parley.dialogue.services.ServiceResult;
import parley.dialogue.services.Services;

/// What flows get from the product's own calendars, over a real database.
class OwnCalendarsTest {

  /// The site's other systems: none answers.
  private static final class NoService implements Services {
    @Override
    public CompletableFuture<ServiceResult> ask(ServiceRequest request) {
      return CompletableFuture.completedFuture(new ServiceResult.Refused(request.service()));
    }

    @Override
    public void close() {}
  }

  private final Services services =
      new OwnCalendars(
          new AppointmentAnswers(TestCalendars.desk(), STORE, Clock.fixed(NOW, ZONE)),
          new NoService(),
          Duration.ofMinutes(1));

  @BeforeEach
  void clear() {
    TestCalendars.clear();
  }

  private ServiceResult ask(String service, Method method, String path, String... values)
      throws Exception {
    Map<String, Spoken> sent = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      sent.put(values[i], new Spoken(values[i + 1]));
    }
    return services
        .ask(new ServiceRequest(service, method, path, sent, Set.of()))
        .get(90, TimeUnit.SECONDS);
  }

  private static Map<String, String> found(ServiceResult result) {
    return assertInstanceOf(ServiceResult.Found.class, result).values().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().text()));
  }

  private Map<String, String> booked(String when) throws Exception {
    return found(ask("trips", Method.POST, "/appointments", "customer", "9", "when", when));
  }

  private ServiceResult next() throws Exception {
    return ask("trips", Method.GET, "/customers/{identified}/appointments/next", "identified", "9");
  }

  @Test
  void aFlowBooksFindsMovesAndCancels() throws Exception {
    assertInstanceOf(ServiceResult.NotFound.class, next());
    String id = booked("2026-06-02T10:00").getOrDefault("id", "");

    assertEquals(Map.of("id", id, "when", "2026-06-02T10:00"), found(next()));
    ServiceResult moved =
        ask(
            "trips",
            Method.POST,
            "/appointments/{appointment}",
            "appointment",
            id,
            "when",
            "2026-06-03T11:00");
    assertEquals("2026-06-03T11:00", found(moved).get("when"));
    String cancel = "/appointments/{appointment}/cancel";
    var _ = found(ask("trips", Method.POST, cancel, "appointment", id));
    assertInstanceOf(
        ServiceResult.NotFound.class, ask("trips", Method.POST, cancel, "appointment", id));
    assertInstanceOf(ServiceResult.NotFound.class, next());
  }

  @Test
  void aTimeThatCannotBeHadIsRefusedAndTheNearestAreTold() throws Exception {
    var _ = booked("2026-06-02T10:00");

    assertEquals(
        new ServiceResult.Refused("taken"),
        ask("trips", Method.POST, "/appointments", "customer", "8", "when", "2026-06-02T10:15"));
    assertEquals(
        new ServiceResult.Refused("closed"),
        ask("trips", Method.POST, "/appointments", "customer", "8", "when", "2026-06-07T10:15"));
    Map<String, String> slots =
        found(ask("trips", Method.GET, "/slots", "near", "2026-06-02T10:15"));
    assertEquals("2026-06-02T11:00", slots.get("first"));
  }

  @Test
  void nonsenseIsAnsweredAndOtherServicesAreAskedAsBefore() throws Exception {
    assertInstanceOf(
        ServiceResult.NotFound.class,
        ask("trips", Method.POST, "/appointments/{id}/cancel", "id", "' or 1=1"));
    assertInstanceOf(
        ServiceResult.Failed.class,
        ask("trips", Method.POST, "/appointments", "customer", "9", "when", "soon"));
    assertInstanceOf(ServiceResult.Failed.class, ask("trips", Method.GET, "/flights"));
    assertEquals(new ServiceResult.Refused("orders"), ask("orders", Method.GET, "/orders"));
  }
}
