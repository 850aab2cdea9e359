package parley.callback.window;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import parley.callback.hours.HoursBook;
import parley.callback.quiet.QuietHours;

/// When a queue may call somebody: its people work, and it is quiet nowhere where the callee may
/// be. Any thread.
public final class PermittedHours {

  private final Supplier<HoursBook> hours;
  private final QuietHours quiet;

  /// @param hours as they are now: they may change
  public PermittedHours(Supplier<HoursBook> hours, QuietHours quiet) {
    this.hours = hours;
    this.quiet = quiet;
  }

  /// When the people of a queue work within a bounded time.
  ImmutableRangeSet<Instant> open(String queue, Range<Instant> time) {
    return hours.get().of(queue).open(time);
  }

  /// When somebody may be called who lives by one of these zones: where it is not known by which,
  /// only when it is permitted in all of them. Nobody may be called whose zones are not known at
  /// all.
  public ImmutableRangeSet<Instant> within(String queue, Set<ZoneId> zones, Range<Instant> time) {
    ImmutableRangeSet<Instant> permitted =
        zones.isEmpty() ? ImmutableRangeSet.of() : open(queue, time);
    for (ZoneId zone : zones) {
      permitted = permitted.intersection(quiet.outside(zone, time));
    }
    return permitted;
  }

  /// The first instant from `from` on at which a call of this length may begin and end; empty when
  /// there is none before `until`.
  public Optional<Instant> first(
      String queue, Set<ZoneId> zones, Instant from, Duration length, Instant until) {
    return within(queue, zones, Range.closedOpen(from, until)).asRanges().stream()
        .filter(range -> holds(range, length))
        .map(Range::lowerEndpoint)
        .findFirst();
  }

  static boolean holds(Range<Instant> range, Duration length) {
    return !range.lowerEndpoint().plus(length).isAfter(range.upperEndpoint());
  }
}
