package parley.callback.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.AppointmentStore;
import parley.callback.appointment.Booked;
import parley.callback.appointment.Customer;
import parley.callback.calendar.AppointmentKind;
import parley.callback.calendar.Span;
import parley.callback.slot.Obstacle;
import parley.callback.slot.Slot;
import parley.callback.slot.SlotWish;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.call.Spoken;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;

/// The service of appointments, in the same words as a site's own one (config/flows):
///
/// - `GET /customers/C/appointments/next`: `id`, `when`
/// - `GET /slots` with `kind`, `near`: `first`, `second`, `third`
/// - `POST /appointments` with `customer`, `kind`, `when`, `name`, `mail`: `id`, `when`
/// - `POST /appointments/ID` with `when`: `when`
/// - `POST /appointments/ID/cancel`
///
/// Refusals are `taken`, `closed`, `past`, `too-soon` or `too-far`. Thread: any; blocks on the
/// store.
public final class AppointmentAnswers {

  private static final int OFFERED = 3;
  private static final List<String> ORDINALS = List.of("first", "second", "third");

  private final AppointmentDesk desk;
  private final AppointmentStore store;
  private final Clock clock;

  public AppointmentAnswers(AppointmentDesk desk, AppointmentStore store, Clock clock) {
    this.desk = desk;
    this.store = store;
    this.clock = clock;
  }

  public ServiceResult answer(ServiceRequest request) {
    return switch (request.method() + " " + request.path().replaceAll("\\{[^}]*}", "*")) {
      case "GET /customers/*/appointments/next" -> next(request);
      case "GET /slots" -> slots(request);
      case "POST /appointments" -> booked(request);
      case "POST /appointments/*" -> moved(request);
      case "POST /appointments/*/cancel" -> cancelled(request);
      default -> new ServiceResult.Failed();
    };
  }

  private ServiceResult next(ServiceRequest request) {
    return store
        .next(inPath(request), clock.instant())
        .<ServiceResult>map(one -> found(one.id(), one))
        .orElseGet(ServiceResult.NotFound::new);
  }

  private ServiceResult slots(ServiceRequest request) {
    Optional<AppointmentKind> kind = kind(request);
    if (kind.isEmpty()) {
      return new ServiceResult.NotFound();
    }
    ZoneId zone = desk.book().zone();
    Instant now = clock.instant();
    Span within = new Span(now, now.plus(kind.get().ahead()));
    SlotWish any = SlotWish.any(kind.get().name(), zone, within, desk.book().goal(), OFFERED);
    SlotWish wish =
        when(request, "near").map(near -> any.near(near.atZone(zone).toInstant())).orElse(any);
    List<Slot> best = desk.slots(wish);
    if (best.isEmpty()) {
      return new ServiceResult.NotFound();
    }
    Map<String, Spoken> values = new HashMap<>();
    for (int i = 0; i < best.size(); i++) {
      values.put(ORDINALS.get(i), new Spoken(best.get(i).local().toString()));
    }
    return new ServiceResult.Found(values);
  }

  private ServiceResult booked(ServiceRequest request) {
    Optional<AppointmentKind> kind = kind(request);
    Optional<LocalDateTime> when = when(request, "when");
    if (kind.isEmpty() || when.isEmpty()) {
      return new ServiceResult.Failed();
    }
    Customer customer =
        new Customer(
            value(request, "customer"),
            value(request, "name"),
            value(request, "mail"),
            new PhoneNumber(value(request, "number")),
            value(request, "language"));
    return result(
        desk.book(
            new AppointmentDesk.Request(
                kind.get(),
                when.get(),
                desk.book().zone(),
                "",
                customer,
                value(request, "about"))));
  }

  private ServiceResult moved(ServiceRequest request) {
    Optional<LocalDateTime> when = when(request, "when");
    Optional<UUID> id = id(request);
    if (when.isEmpty() || id.isEmpty()) {
      return new ServiceResult.NotFound();
    }
    return result(desk.move(id.get(), when.get()));
  }

  private ServiceResult cancelled(ServiceRequest request) {
    return id(request).map(id -> result(desk.cancel(id))).orElseGet(ServiceResult.NotFound::new);
  }

  private static ServiceResult result(Booked booked) {
    return switch (booked) {
      case Booked.Done(Appointment appointment) -> found(appointment.id(), appointment);
      case Booked.Refused(Obstacle why, _) -> new ServiceResult.Refused(reason(why));
      case Booked.Unknown _ -> new ServiceResult.NotFound();
    };
  }

  private static String reason(Obstacle why) {
    return switch (why) {
      case PAST -> "past";
      case TOO_SOON -> "too-soon";
      case TOO_FAR -> "too-far";
      case CLOSED, NO_SUCH_HOUR -> "closed";
      case TAKEN -> "taken";
    };
  }

  private static ServiceResult found(UUID id, Appointment appointment) {
    return new ServiceResult.Found(
        Map.of(
            "id",
            new Spoken(id.toString()),
            "when",
            new Spoken(appointment.slot().local().toString())));
  }

  /// The one that the request names; without a name, the first of the file.
  private Optional<AppointmentKind> kind(ServiceRequest request) {
    String name = value(request, "kind");
    return name.isEmpty()
        ? desk.book().kinds().values().stream().findFirst()
        : Optional.ofNullable(desk.book().kinds().get(name));
  }

  private static Optional<UUID> id(ServiceRequest request) {
    try {
      return Optional.of(UUID.fromString(inPath(request)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The value of the only place in the path.
  private static String inPath(ServiceRequest request) {
    return value(request, request.path().replaceFirst("^[^{]*\\{([^}]*)}.*$", "$1"));
  }

  private static String value(ServiceRequest request, String name) {
    return request.values().getOrDefault(name, Spoken.NOTHING).text();
  }

  private static Optional<LocalDateTime> when(ServiceRequest request, String name) {
    try {
      return Optional.of(LocalDateTime.parse(value(request, name)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
