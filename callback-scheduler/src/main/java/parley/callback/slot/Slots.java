package parley.callback.slot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.callback.calendar.AppointmentKind;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.Goal;
import parley.callback.calendar.Span;

/// Finds times for appointments of one kind. Made from what is held at the moment.
///
/// Pure: the same calendars and moment give the same times. Used by one thread.
public final class Slots {

  /// What is held a day around matters too: a way, a buffer.
  private static final Duration AROUND = Duration.ofDays(1);

  private final AppointmentKind kind;
  private final Choice choice;
  private final Instant now;

  /// @param within the times that will be asked about
  /// @param held all that is held within, a day more on either side
  public Slots(CalendarBook book, AppointmentKind kind, Span within, List<Held> held, Instant now) {
    this.kind = kind;
    this.now = now;
    Map<String, List<Held>> byCalendar =
        held.stream().collect(Collectors.groupingBy(Held::calendar));
    Map<String, DayPlan> plans =
        book.calendars(kind).stream()
            .collect(
                Collectors.toMap(
                    calendar -> calendar.name(),
                    calendar ->
                        new DayPlan(
                            calendar,
                            book,
                            around(within),
                            byCalendar.getOrDefault(calendar.name(), List.of()))));
    this.choice = new Choice(book, kind, plans);
  }

  /// What must be known to answer about a stretch of time.
  public static Span around(Span within) {
    return within.with(AROUND, AROUND);
  }

  /// A time that begins just then, or why there is none.
  public sealed interface At {
    record Possible(Slot slot) implements At {}

    record Impossible(Obstacle why) implements At {}
  }

  /// @param with the calendar of a person who is preferred; empty: anybody
  public At at(Instant start, java.time.ZoneId zone, String with) {
    Optional<Obstacle> limits = limits(start);
    if (limits.isPresent()) {
      return new At.Impossible(limits.get());
    }
    Span span = new Span(start, start.plus(kind.length()));
    return choice
        .best(span, zone, with, Goal.SOONEST)
        .<At>map(rated -> new At.Possible(rated.slot()))
        .orElseGet(() -> new At.Impossible(choice.isOpen(span) ? Obstacle.TAKEN : Obstacle.CLOSED));
  }

  private Optional<Obstacle> limits(Instant start) {
    if (start.isBefore(now)) {
      return Optional.of(Obstacle.PAST);
    }
    if (start.isBefore(now.plus(kind.notice()))) {
      return Optional.of(Obstacle.TOO_SOON);
    }
    return start.isAfter(now.plus(kind.ahead())) ? Optional.of(Obstacle.TOO_FAR) : Optional.empty();
  }

  /// The best times for a wish, best first; two of them never overlap, so that there is a choice.
  public List<Slot> best(SlotWish wish) {
    if (wish.goal() == Goal.SOONEST && wish.near().isEmpty() && wish.with().isEmpty()) {
      return apart(rated(wish), wish.most());
    }
    return apart(rated(wish).sorted(order(wish)), wish.most());
  }

  /// In order of time.
  private Stream<Choice.Rated> rated(SlotWish wish) {
    return starts(wish).stream()
        .filter(wish::suits)
        .flatMap(start -> {
          Span span = new Span(start, start.plus(kind.length()));
          return choice.best(span, wish.zone(), wish.with(), wish.goal()).stream();
        });
  }

  private static List<Slot> apart(Stream<Choice.Rated> inOrder, int most) {
    List<Slot> apart = new ArrayList<>();
    Iterator<Choice.Rated> next = inOrder.iterator();
    while (apart.size() < most && next.hasNext()) {
      Slot slot = next.next().slot();
      if (apart.stream().noneMatch(other -> other.span().overlaps(slot.span()))) {
        apart.add(slot);
      }
    }
    return apart;
  }

  private static Comparator<Choice.Rated> order(SlotWish wish) {
    Comparator<Choice.Rated> nearest =
        Comparator.comparing(rated ->
            wish.near()
                .map(near -> Duration.between(near, rated.slot().span().from()).abs())
                .orElse(Duration.ZERO));
    return nearest
        .thenComparing(Choice.Rated::stranger)
        .thenComparing(Choice.Rated::cost)
        .thenComparing(rated -> rated.slot().span().from());
  }

  /// The starts on the grid. Steps count from full hours, and every zone's hours differ from
  /// others' by whole quarters of an hour.
  private List<Instant> starts(SlotWish wish) {
    Instant first = later(wish.within().from(), now.plus(kind.notice()));
    Instant last = earlier(wish.within().until(), now.plus(kind.ahead()));
    long step = Math.min(kind.step().toSeconds(), Duration.ofHours(1).toSeconds());
    List<Instant> starts = new ArrayList<>();
    long second = Math.ceilDiv(first.getEpochSecond(), step) * step;
    if (first.getNano() > 0 && second == first.getEpochSecond()) {
      second += step;
    }
    for (; second < last.getEpochSecond(); second += step) {
      Instant start = Instant.ofEpochSecond(second);
      if (onGrid(start, wish)) {
        starts.add(start);
      }
    }
    return starts;
  }

  /// Steps of more than an hour count from midnight.
  private boolean onGrid(Instant start, SlotWish wish) {
    long step = kind.step().toMinutes();
    return step <= 60 || start.atZone(wish.zone()).toLocalTime().toSecondOfDay() / 60 % step == 0;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
