package parley.callback.hours;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When the people of one queue work. An exception is stronger than a holiday, and a holiday than
/// the week; each takes or gives the hours that begin on its day. Immutable; any thread.
///
/// @param zone by whose clocks the hours are
/// @param week a day that is missing is closed
/// @param exceptions hours of certain days; an empty list closes one
/// @param holidays days on which nobody begins to work
public record QueueHours(
    ZoneId zone,
    Map<DayOfWeek, List<Span>> week,
    Map<LocalDate, List<Span>> exceptions,
    Set<LocalDate> holidays) {

  public QueueHours {
    week = Map.copyOf(week);
    exceptions = Map.copyOf(exceptions);
    holidays = Set.copyOf(holidays);
  }

  /// The hours that begin on a day.
  public List<Span> on(LocalDate day) {
    List<Span> exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    return holidays.contains(day) ? List.of() : week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  /// When somebody works within a bounded time.
  public ImmutableRangeSet<Instant> open(Range<Instant> time) {
    LocalDate last = LocalDate.ofInstant(time.upperEndpoint(), zone).plusDays(1);
    // Hours of the evening before may go on, and a clock may have been put back a whole day.
    LocalDate day = LocalDate.ofInstant(time.lowerEndpoint(), zone).minusDays(2);
    TreeRangeSet<Instant> open = TreeRangeSet.create();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      for (Span span : on(day)) {
        open.addAll(WallClock.between(span.from(day), span.until(day), zone));
      }
    }
    return ImmutableRangeSet.copyOf(open.subRangeSet(time));
  }
}
