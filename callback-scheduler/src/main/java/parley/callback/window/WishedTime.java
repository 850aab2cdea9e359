package parley.callback.window;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import parley.callback.hours.WallClock;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackWish;

/// A wish as instants. Pure.
///
/// A wish without an hour means at once. One without an end means that day ("tomorrow after four").
/// An hour that the clock shows twice may be either.
///
/// @param from inclusive, not in the past
/// @param until exclusive
/// @param times between the two when the clock shows what was wished
/// @param against what is against the wish whatever the hours of the queue; NONE for nothing
record WishedTime(Instant from, Instant until, ImmutableRangeSet<Instant> times, Obstacle against) {

  /// What is further away is past or too far all the same.
  private static final int YEARS = 3;

  static WishedTime of(
      CallbackWish wish, ZoneId zone, Instant now, Duration window, Duration ahead) {
    Instant soonest = soonest(now);
    LocalDateTime shown = LocalDateTime.ofInstant(soonest, zone);
    Optional<LocalDateTime> until = wish.until().map(end -> bounded(end, shown));
    if (wish.from().isEmpty()) {
      Instant end = until.map(time -> WallClock.last(time, zone)).orElse(soonest.plus(window));
      return end.isAfter(soonest) ? whole(soonest, end, Obstacle.NONE) : past(soonest, window);
    }
    LocalDateTime from = bounded(wish.from().get(), shown);
    LocalDateTime last = until.filter(from::isBefore).orElseGet(() -> end(from, window));
    return stated(from, last, zone, soonest, window, soonest.plus(ahead));
  }

  private static WishedTime stated(
      LocalDateTime from,
      LocalDateTime until,
      ZoneId zone,
      Instant soonest,
      Duration window,
      Instant horizon) {
    Instant begin = WallClock.first(from, zone);
    Instant end = WallClock.last(until, zone);
    if (WallClock.skips(from, zone) && begin.isAfter(soonest)) {
      return whole(begin, later(end, begin.plus(window)), Obstacle.NO_SUCH_HOUR);
    }
    if (!end.isAfter(soonest)) {
      return past(soonest, window);
    }
    ImmutableRangeSet<Instant> times =
        WallClock.between(from, until, zone).subRangeSet(Range.atLeast(soonest));
    if (times.isEmpty()) {
      return past(soonest, window);
    }
    Obstacle far = begin.isBefore(horizon) ? Obstacle.NONE : Obstacle.TOO_FAR;
    return new WishedTime(times.span().lowerEndpoint(), times.span().upperEndpoint(), times, far);
  }

  private static WishedTime whole(Instant from, Instant until, Obstacle against) {
    return new WishedTime(
        from, until, ImmutableRangeSet.of(Range.closedOpen(from, until)), against);
  }

  private static WishedTime past(Instant soonest, Duration window) {
    return whole(soonest, soonest.plus(window), Obstacle.PAST);
  }

  /// The end of a day, or a little later where the day is nearly over.
  private static LocalDateTime end(LocalDateTime from, Duration window) {
    LocalDateTime midnight = from.toLocalDate().plusDays(1).atStartOfDay();
    LocalDateTime least = from.plus(window);
    return least.isAfter(midnight) ? least : midnight;
  }

  /// The first full minute that is not over.
  static Instant soonest(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(now) ? now : minute.plus(1, ChronoUnit.MINUTES);
  }

  /// The time itself, or one that is as impossible and within what clocks can be asked about.
  private static LocalDateTime bounded(LocalDateTime time, LocalDateTime shown) {
    LocalDateTime first = shown.minusYears(YEARS);
    LocalDateTime last = shown.plusYears(YEARS);
    return time.isBefore(first) ? first : time.isAfter(last) ? last : time;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  Range<Instant> range() {
    return Range.closedOpen(from, until);
  }

  /// How long the promised window is: as usual, or shorter where the wish is.
  Duration length(Duration window) {
    return times.asRanges().stream()
        .map(range -> Duration.between(range.lowerEndpoint(), range.upperEndpoint()))
        .max(Comparator.naturalOrder())
        .filter(longest -> longest.compareTo(window) < 0)
        .orElse(window);
  }
}
