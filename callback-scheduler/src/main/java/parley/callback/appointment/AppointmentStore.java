package parley.callback.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import parley.callback.calendar.Span;
import parley.callback.slot.Held;

/// Where appointments are kept. Port: `db` implements it. Each method is one transaction. Thread:
/// any; several processes may write at once.
public interface AppointmentStore {

  /// All that is held of some calendars within a stretch of time, busy times included.
  ///
  /// @param except an appointment that does not count: it is about to be moved
  List<Held> held(Collection<String> calendars, Span within, Optional<UUID> except);

  /// Keeps an appointment and what is to be told of it, if its calendars can be had: they are
  /// locked, and `stillFits` is asked with what is held then.
  ///
  /// @param before as it was read; empty for a new one
  /// @return false, and nothing is changed, when a calendar cannot be had any more, or somebody
  ///   else has changed the appointment meanwhile
  boolean keep(
      Optional<Appointment> before,
      Appointment after,
      Predicate<List<Held>> stillFits,
      List<Letter> letters,
      Instant now);

  Optional<Appointment> find(UUID id);

  /// The only one whose id begins so; empty where there is none or more than one.
  Optional<Appointment> byPrefix(String prefix);

  /// A customer's next one that is booked.
  Optional<Appointment> next(String customer, Instant now);

  /// Those of a mail address that are booked and still to come, in order.
  ///
  /// @param address in any case
  List<Appointment> openOf(String address, Instant now, int most);

  /// Those that begin within a stretch of time, in order.
  ///
  /// @param all also those that are declined or cancelled
  List<Appointment> within(Span within, boolean all, int most);
}
