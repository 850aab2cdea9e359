package parley.callback.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import parley.callback.calendar.AppointmentKind;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.ResourceCalendar;
import parley.callback.calendar.Span;
import parley.callback.slot.Held;
import parley.callback.slot.Obstacle;
import parley.callback.slot.Slot;
import parley.callback.slot.SlotWish;
import parley.callback.slot.Slots;

/// Books, moves and cancels appointments. What it returns is durable, and the letters about it are
/// on their way. Thread: any; blocks on the store.
public final class AppointmentDesk {

  /// How often a time is looked for again that somebody else was faster to take.
  private static final int TRIES = 3;

  private static final int NEAREST = 3;
  private static final Duration AROUND_WISH = Duration.ofDays(14);

  private final CalendarBook book;
  private final AppointmentStore store;
  private final Runnable written;
  private final Clock clock;

  /// @param written told after each change, so that its letters go out at once
  public AppointmentDesk(CalendarBook book, AppointmentStore store, Runnable written, Clock clock) {
    this.book = book;
    this.store = store;
    this.written = written;
    this.clock = clock;
  }

  public CalendarBook book() {
    return book;
  }

  /// What somebody wants to book.
  ///
  /// @param at on the wall of `zone`
  /// @param with the calendar of a person who is preferred; empty: anybody
  public record Request(
      AppointmentKind kind,
      LocalDateTime at,
      ZoneId zone,
      String with,
      Customer customer,
      String about) {}

  public Booked book(Request request) {
    return settle(
        Optional.empty(),
        request.kind(),
        request.at(),
        request.zone(),
        request.with(),
        slot ->
            new Appointment(
                UUID.randomUUID(),
                slot,
                request.customer(),
                request.about(),
                0,
                Appointment.State.BOOKED,
                Appointment.Answer.NONE),
        Letter.Kind.INVITATION);
  }

  /// Moves an appointment that is not over; with the same person, where that can be. One that the
  /// customer has declined is booked again so.
  public Booked move(UUID id, LocalDateTime to) {
    Optional<Appointment> found = changeable(id);
    Optional<AppointmentKind> kind =
        found.flatMap(one -> Optional.ofNullable(book.kinds().get(one.slot().kind())));
    if (found.isEmpty() || kind.isEmpty()) {
      return new Booked.Unknown();
    }
    Appointment before = found.get();
    return settle(
        found,
        kind.get(),
        to,
        before.slot().zone(),
        person(before.slot()),
        before::movedTo,
        Letter.Kind.CHANGE);
  }

  private String person(Slot slot) {
    return slot.calendars().stream()
        .filter(name ->
            Optional.ofNullable(book.calendars().get(name))
                .filter(calendar -> !calendar.room())
                .isPresent())
        .findFirst()
        .orElse("");
  }

  private Booked settle(
      Optional<Appointment> before,
      AppointmentKind kind,
      LocalDateTime at,
      ZoneId zone,
      String with,
      java.util.function.Function<Slot, Appointment> made,
      Letter.Kind letter) {
    Instant start = at.atZone(zone).toInstant();
    if (zone.getRules().getValidOffsets(at).isEmpty()) {
      return refused(Obstacle.NO_SUCH_HOUR, kind, start, zone, with, before);
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Slots slots = slots(kind, new Span(start, start.plus(kind.length())), before);
      switch (slots.at(start, zone, with)) {
        case Slots.At.Impossible(Obstacle why) -> {
          return refused(why, kind, start, zone, with, before);
        }
        case Slots.At.Possible(Slot slot) -> {
          Appointment after = made.apply(slot);
          if (keep(before, after, kind, letter)) {
            return new Booked.Done(after);
          }
        }
      }
    }
    return refused(Obstacle.TAKEN, kind, start, zone, with, before);
  }

  private boolean keep(
      Optional<Appointment> before, Appointment after, AppointmentKind kind, Letter.Kind letter) {
    Instant now = clock.instant();
    Slot slot = after.slot();
    boolean kept =
        store.keep(
            before,
            after,
            held -> fits(slot, kind, held, now),
            List.of(Letter.of(after.id(), letter, after.sequence(), "", now)),
            now);
    if (kept) {
      written.run();
    }
    return kept;
  }

  /// Whether just these calendars can still be had.
  private boolean fits(Slot slot, AppointmentKind kind, List<Held> held, Instant now) {
    return new Slots(only(slot), kind, slot.span(), held, now)
            .at(slot.span().from(), slot.zone(), "")
        instanceof Slots.At.Possible;
  }

  private CalendarBook only(Slot slot) {
    var calendars = new java.util.LinkedHashMap<>(book.calendars());
    calendars.keySet().retainAll(slot.calendars());
    return new CalendarBook(
        book.zone(),
        book.mailbox(),
        book.goal(),
        calendars,
        book.kinds(),
        book.travel(),
        book.reminders(),
        book.prepare(),
        book.tasks(),
        book.texts());
  }

  private Slots slots(AppointmentKind kind, Span within, Optional<Appointment> except) {
    List<String> names = book.calendars(kind).stream().map(ResourceCalendar::name).toList();
    List<Held> held = store.held(names, Slots.around(within), except.map(Appointment::id));
    return new Slots(book, kind, within, held, clock.instant());
  }

  private Booked.Refused refused(
      Obstacle why,
      AppointmentKind kind,
      Instant start,
      ZoneId zone,
      String with,
      Optional<Appointment> except) {
    Instant now = clock.instant();
    Instant middle = start.isBefore(now) ? now : start;
    Instant latest = now.plus(kind.ahead());
    middle = middle.isAfter(latest) ? latest : middle;
    Span within =
        new Span(middle, middle.plus(Duration.ofSeconds(1))).with(AROUND_WISH, AROUND_WISH);
    SlotWish wish =
        SlotWish.any(kind.name(), zone, within, book.goal(), NEAREST).near(start).with(with);
    return new Booked.Refused(why, slots(kind, within, except).best(wish));
  }

  /// The nearest times to a day that does not exist.
  public Booked.Refused nearest(AppointmentKind kind, LocalDateTime to) {
    ZoneId zone = book.zone();
    Instant start = to.atZone(zone).toInstant();
    return refused(Obstacle.NO_SUCH_HOUR, kind, start, zone, "", Optional.empty());
  }

  /// The best times for a wish.
  public List<Slot> slots(SlotWish wish) {
    AppointmentKind kind = book.kinds().get(wish.kind());
    return kind == null ? List.of() : slots(kind, wish.within(), Optional.empty()).best(wish);
  }

  public Booked cancel(UUID id) {
    Optional<Appointment> found = changeable(id);
    if (found.isEmpty()) {
      return new Booked.Unknown();
    }
    Appointment after = found.get().cancelled();
    Instant now = clock.instant();
    Letter letter = Letter.of(id, Letter.Kind.CANCELLATION, after.sequence(), "", now);
    if (!store.keep(found, after, _ -> true, List.of(letter), now)) {
      return new Booked.Unknown();
    }
    written.run();
    return new Booked.Done(after);
  }

  private Optional<Appointment> changeable(UUID id) {
    return store
        .find(id)
        .filter(one -> one.state() != Appointment.State.CANCELLED)
        .filter(one -> one.slot().span().from().isAfter(clock.instant()));
  }
}
