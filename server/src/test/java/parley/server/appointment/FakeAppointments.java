package parley.server.appointment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentStore;
import parley.callback.appointment.Letter;
import parley.callback.calendar.Span;
import parley.callback.slot.Held;
import parley.callback.slot.Slots;

/// Appointments in memory, kept to the store's rules. Used by one thread.
final class FakeAppointments implements AppointmentStore {

  private final Map<UUID, Appointment> all = new LinkedHashMap<>();
  final List<Letter> letters = new ArrayList<>();

  @Override
  public List<Held> held(Collection<String> calendars, Span within, Optional<UUID> except) {
    List<Held> held = new ArrayList<>();
    for (Appointment one : all.values()) {
      var slot = one.slot();
      if (one.state() == Appointment.State.BOOKED
          && slot.whole().overlaps(within)
          && except.filter(one.id()::equals).isEmpty()) {
        slot.calendars().stream()
            .filter(calendars::contains)
            .forEach(name ->
                held.add(new Held(name, slot.span(), slot.before(), slot.after(), slot.place())));
      }
    }
    return held;
  }

  @Override
  public boolean keep(
      Optional<Appointment> before,
      Appointment after,
      Predicate<List<Held>> stillFits,
      List<Letter> told,
      Instant now) {
    boolean same = before.map(one -> one.equals(all.get(one.id()))).orElse(true);
    Span around = Slots.around(after.slot().span());
    boolean fits =
        after.state() != Appointment.State.BOOKED
            || stillFits.test(held(after.slot().calendars(), around, Optional.of(after.id())));
    if (same && fits) {
      all.put(after.id(), after);
      letters.addAll(told);
    }
    return same && fits;
  }

  @Override
  public Optional<Appointment> find(UUID id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<Appointment> byPrefix(String prefix) {
    List<Appointment> found =
        all.values().stream().filter(one -> one.id().toString().startsWith(prefix)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  @Override
  public Optional<Appointment> next(String customer, Instant now) {
    return sorted()
        .filter(one -> one.customer().reference().equals(customer))
        .filter(one -> one.slot().span().from().isAfter(now))
        .findFirst();
  }

  @Override
  public List<Appointment> openOf(String address, Instant now, int most) {
    return sorted()
        .filter(one -> one.customer().mail().equalsIgnoreCase(address))
        .filter(one -> one.state() == Appointment.State.BOOKED)
        .filter(one -> one.slot().span().from().isAfter(now))
        .limit(most)
        .toList();
  }

  @Override
  public List<Appointment> within(Span within, boolean also, int most) {
    return sorted()
        .filter(one -> also || one.state() == Appointment.State.BOOKED)
        .filter(one -> one.slot().span().overlaps(within))
        .limit(most)
        .toList();
  }

  private java.util.stream.Stream<Appointment> sorted() {
    return all.values().stream().sorted(Comparator.comparing(one -> one.slot().span().from()));
  }
}
