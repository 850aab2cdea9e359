package parley.callback.window;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Looks for a window within which somebody can be called, in time that is permitted and not full.
/// Thread: any; the load may ask a database.
///
/// @param callee the zones by which the callee may live
/// @param length of the window
record WindowSearch(
    PermittedHours permitted, Load load, String queue, Set<ZoneId> callee, Duration length) {

  /// The next window that is looked at after a full one begins so much later.
  private static final Duration STEP = Duration.ofMinutes(15);

  /// So many full windows are enough to say that nobody has time.
  private static final int MOST_FULL = 300;

  Optional<Instant> first(Range<Instant> time) {
    return first(ImmutableRangeSet.of(time));
  }

  /// The beginning of the first window in any of these times.
  Optional<Instant> first(ImmutableRangeSet<Instant> times) {
    int full = 0;
    for (Range<Instant> range : permitted(times).asRanges()) {
      Instant from = WishedTime.soonest(range.lowerEndpoint());
      while (fits(from, range) && full < MOST_FULL) {
        if (free(from)) {
          return Optional.of(from);
        }
        full++;
        from = from.plus(STEP);
      }
    }
    return Optional.empty();
  }

  /// The beginning of the last window in a time.
  Optional<Instant> last(Range<Instant> time) {
    int full = 0;
    for (Range<Instant> range : permitted.within(queue, callee, time).asDescendingSetOfRanges()) {
      Instant from = range.upperEndpoint().minus(length);
      while (!from.isBefore(range.lowerEndpoint()) && full < MOST_FULL) {
        if (free(from)) {
          return Optional.of(from);
        }
        full++;
        from = from.minus(STEP);
      }
    }
    return Optional.empty();
  }

  /// Whether the hours alone, however full, have a window in any of these times.
  boolean permits(ImmutableRangeSet<Instant> times) {
    return permitted(times).asRanges().stream()
        .anyMatch(range -> PermittedHours.holds(range, length));
  }

  private ImmutableRangeSet<Instant> permitted(ImmutableRangeSet<Instant> times) {
    return times.isEmpty()
        ? times
        : permitted.within(queue, callee, times.span()).intersection(times);
  }

  private boolean fits(Instant from, Range<Instant> range) {
    return !from.plus(length).isAfter(range.upperEndpoint());
  }

  private boolean free(Instant from) {
    return !load.room(queue, from, from.plus(length)).full();
  }
}
