package parley.callback.slot;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.callback.calendar.CalendarBook;
import parley.callback.calendar.ResourceCalendar;
import parley.callback.calendar.Span;

/// One calendar's hours and what is held in them, made for being asked often. Used by one thread.
final class DayPlan {

  private final ResourceCalendar calendar;
  private final CalendarBook book;
  private final NavigableMap<Instant, Span> open = new TreeMap<>();
  private final Held[] held;
  private final Instant[] latestEnds;
  private final Duration longestWay;

  DayPlan(ResourceCalendar calendar, CalendarBook book, Span within, List<Held> held) {
    this.calendar = calendar;
    this.book = book;
    calendar.open(within.from(), within.until()).forEach(span -> open.put(span.from(), span));
    this.held =
        held.stream().sorted(Comparator.comparing(one -> one.whole().from())).toArray(Held[]::new);
    this.longestWay =
        book.travel().values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    this.latestEnds = new Instant[this.held.length];
    Instant latest = Instant.MIN;
    for (int i = 0; i < this.held.length; i++) {
      Instant end = this.held[i].whole().until();
      latest = end.isAfter(latest) ? end : latest;
      latestEnds[i] = latest;
    }
  }

  ResourceCalendar calendar() {
    return calendar;
  }

  boolean isOpen(Span span) {
    return hours(span) != null;
  }

  private @Nullable Span hours(Span span) {
    var entry = open.floorEntry(span.from());
    return entry != null && entry.getValue().holds(span) ? entry.getValue() : null;
  }

  /// Whether nothing is in the way, the ways to it and from it included.
  boolean isFree(Slot slot) {
    Span whole = slot.whole();
    int next = firstFrom(whole.until());
    if (next > 0 && latestEnds[next - 1].isAfter(whole.from())) {
      return false;
    }
    return arrives(next - 1, slot) && leaves(next, slot);
  }

  /// From every place where somebody is before it: what lies in between may be nowhere.
  private boolean arrives(int last, Slot slot) {
    Instant from = slot.span().from();
    for (int i = last; i >= 0 && latestEnds[i].plus(longestWay).isAfter(from); i--) {
      Duration way = book.travel(held[i].place(), slot.place());
      if (held[i].span().until().plus(way).isAfter(from)) {
        return false;
      }
    }
    return true;
  }

  private boolean leaves(int next, Slot slot) {
    Instant until = slot.span().until();
    for (int i = next;
        i < held.length && held[i].whole().from().isBefore(until.plus(longestWay));
        i++) {
      Duration way = book.travel(slot.place(), held[i].place());
      if (until.plus(way).isAfter(held[i].span().from())) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Held before(int next) {
    return next == 0 ? null : held[next - 1];
  }

  /// The first that begins at a time or later.
  private int firstFrom(Instant time) {
    int low = 0;
    int high = held.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (held[middle].whole().from().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Time that would lie idle between a slot and its neighbours, the shorter side only: a slot at
  /// the edge of something leaves no hole.
  Duration hole(Slot slot) {
    Span hours = hours(slot.span());
    if (hours == null) {
      return Duration.ZERO;
    }
    int next = firstFrom(slot.whole().until());
    Held before = before(next);
    Instant last =
        before == null || before.whole().until().isBefore(hours.from())
            ? hours.from()
            : before.whole().until();
    Instant following =
        next >= held.length || held[next].whole().from().isAfter(hours.until())
            ? hours.until()
            : held[next].whole().from();
    Duration ahead = Duration.between(last, slot.whole().from());
    Duration behind = Duration.between(slot.whole().until(), following);
    Duration shorter = ahead.compareTo(behind) < 0 ? ahead : behind;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }

  /// The ways from the neighbour before and to the one after; in the morning and in the evening,
  /// from and to the usual place.
  Duration travel(Slot slot) {
    Span hours = hours(slot.span());
    int next = firstFrom(slot.whole().until());
    Held before = before(next);
    Held after = next < held.length ? held[next] : null;
    String from = place(before, hours);
    String to = place(after, hours);
    return book.travel(from, slot.place()).plus(book.travel(slot.place(), to));
  }

  private String place(@Nullable Held neighbour, @Nullable Span hours) {
    return neighbour != null && hours != null && neighbour.span().overlaps(hours)
        ? neighbour.place()
        : calendar.place();
  }
}
