package parley.callback.ask;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.AppointmentDesk;
import parley.callback.appointment.AppointmentStore;
import parley.callback.appointment.Booked;
import parley.callback.ask.ChangeWish.Time;
import parley.callback.calendar.Span;
import parley.callback.letter.LetterTexts;
import parley.callback.slot.Obstacle;
import parley.callback.slot.Slot;
import parley.callback.slot.SlotWish;

/// Does what customers write about the one appointment that they have: another time, or none. The
/// desk sends the new invitation, or the cancellation, as after a call. What is told here is for
/// the customer's own address alone, and only once the mail server has vouched for the sender.
///
/// The same mail once more does nothing more: an appointment that is at the wanted time stays.
/// Thread: any; blocks on the store.
public final class WrittenChanges {

  private static final int OFFERED = 3;
  private static final Duration AROUND = Duration.ofDays(14);

  /// A longer one is a part of a day, or days.
  private static final Duration ONE_TIME = Duration.ofMinutes(30);

  private final AppointmentDesk desk;
  private final AppointmentStore store;
  private final ChangeReading reading;
  private final Clock clock;

  public WrittenChanges(
      AppointmentDesk desk, AppointmentStore store, ChangeReading reading, Clock clock) {
    this.desk = desk;
    this.store = store;
    this.reading = reading;
    this.clock = clock;
  }

  /// A change that can be made.
  ///
  /// @param rest sentences that say something else
  /// @param make makes it, and says what to write to the customer; empty where the appointment was
  ///   changed meanwhile
  public record Wanted(List<String> rest, Supplier<Optional<Said>> make) {}

  /// @param name of what was done: `appointment-moved`, `-cancelled`, `-not-moved` or `-which`
  public record Said(String name, String text) {

    /// What customers are written is not for a log.
    @Override
    public String toString() {
      return name;
    }
  }

  /// Empty where a person has to look: no open appointment of this address or more than one, or
  /// words that are not plain. Changes nothing yet.
  ///
  /// @param from the sender's address, vouched for by the mail server
  /// @param before the sentences of the sender's last mail in the thread
  public Optional<Wanted> wanted(
      String from, List<String> sentences, List<String> before, String language) {
    Instant now = clock.instant();
    List<Appointment> open = store.openOf(from, now, 2);
    if (open.size() != 1) {
      return Optional.empty();
    }
    Appointment one = open.getFirst();
    Slot slot = one.slot();
    return switch (reading.of(sentences, before, slot.local(), slot.zone(), now)) {
      case ChangeWish.None _ -> Optional.empty();
      case ChangeWish.Cancel(var rest) ->
          Optional.of(new Wanted(rest, () -> cancelled(one, language)));
      case ChangeWish.Move(var times, var rest) ->
          Optional.of(new Wanted(rest, () -> Optional.of(moved(one, times, language))));
    };
  }

  private Optional<Said> cancelled(Appointment one, String language) {
    return desk.cancel(one.id()) instanceof Booked.Done
        ? Optional.of(said("cancelled", one, "", language))
        : Optional.empty();
  }

  private Said moved(Appointment one, List<Time> times, String language) {
    if (times.isEmpty()) {
      return said("which", one, offered(near(one, one.slot().span().from()), language), language);
    }
    if (times.stream().anyMatch(time -> time.holds(one.slot().local()))) {
      return said("moved", one, "", language);
    }
    List<Slot> nearest = List.of();
    for (Time time : times) {
      switch (moved(one, time)) {
        case Booked.Done(Appointment now) -> {
          return said("moved", now, "", language);
        }
        case Booked.Refused(_, var others) -> nearest = nearest.isEmpty() ? others : nearest;
        case Booked.Unknown _ -> {}
      }
    }
    return said("not-moved", one, offered(nearest, language), language);
  }

  /// To the time itself, or to the first free one of a longer stretch.
  private Booked moved(Appointment one, Time time) {
    if (Duration.between(time.from(), time.until()).compareTo(ONE_TIME) <= 0) {
      return desk.move(one.id(), time.from());
    }
    ZoneId zone = one.slot().zone();
    Instant from = time.from().atZone(zone).toInstant();
    Span within = new Span(from, time.until().atZone(zone).toInstant());
    for (Slot free : desk.slots(wish(one, within).near(from))) {
      Booked booked = desk.move(one.id(), free.local());
      if (booked instanceof Booked.Done) {
        return booked;
      }
    }
    return new Booked.Refused(Obstacle.TAKEN, near(one, from));
  }

  private List<Slot> near(Appointment one, Instant time) {
    Instant now = clock.instant();
    Instant middle = time.isBefore(now) ? now : time;
    Span around = new Span(middle, middle.plusSeconds(1)).with(AROUND, AROUND);
    return desk.slots(wish(one, around).near(middle));
  }

  private SlotWish wish(Appointment one, Span within) {
    return SlotWish.any(one.slot().kind(), one.slot().zone(), within, desk.book().goal(), OFFERED);
  }

  private String offered(List<Slot> slots, String language) {
    return slots.isEmpty()
        ? "-"
        : slots.stream()
            .map(slot -> LetterTexts.when(slot.local(), language))
            .collect(Collectors.joining("; "));
  }

  private Said said(String name, Appointment one, String slots, String language) {
    LocalDateTime at = one.slot().local();
    Map<String, String> values = new HashMap<>();
    values.put("when", LetterTexts.when(at, language));
    values.put("title", desk.book().title(one.slot().kind(), language));
    values.put("slots", slots);
    return new Said(
        "appointment-" + name, LetterTexts.of(desk.book(), language, "mail-" + name, values));
  }
}
