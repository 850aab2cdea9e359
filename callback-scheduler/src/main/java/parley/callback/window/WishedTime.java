package parley.callback.window;

import com.google.common.collect.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import parley.callback.hours.WallClock;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackWish;

/// A wish as instants. Pure.
///
/// A wish without an hour means at once. One without an end means that day ("tomorrow after four").
/// An hour that the clock shows twice lasts from its first to its last showing.
///
/// @param from inclusive, not in the past
/// @param until exclusive
/// @param against what is against the wish whatever the hours of the queue; NONE for nothing
record WishedTime(Instant from, Instant until, Obstacle against) {

  /// What is further away is past or too far all the same.
  private static final int YEARS = 3;

  static WishedTime of(
      CallbackWish wish, ZoneId zone, Instant now, Duration window, Duration ahead) {
    Instant soonest = soonest(now);
    LocalDateTime shown = LocalDateTime.ofInstant(soonest, zone);
    Optional<LocalDateTime> until = wish.until().map(end -> bounded(end, shown));
    if (wish.from().isEmpty()) {
      return soon(soonest, until.map(end -> WallClock.last(end, zone)), window);
    }
    LocalDateTime from = bounded(wish.from().get(), shown);
    Instant begin = WallClock.first(from, zone);
    Instant end =
        until
            .filter(from::isBefore)
            .map(given -> WallClock.last(given, zone))
            .orElseGet(() -> later(endOf(from.toLocalDate(), zone), begin.plus(window)));
    return stated(begin, end, WallClock.skips(from, zone), soonest, window, ahead);
  }

  private static WishedTime soon(Instant soonest, Optional<Instant> until, Duration window) {
    boolean over = until.isPresent() && !until.get().isAfter(soonest);
    return over
        ? past(soonest, window)
        : new WishedTime(soonest, until.orElse(soonest.plus(window)), Obstacle.NONE);
  }

  private static WishedTime stated(
      Instant begin,
      Instant end,
      boolean skipped,
      Instant soonest,
      Duration window,
      Duration ahead) {
    if (skipped && begin.isAfter(soonest)) {
      Instant last = end.isAfter(begin) ? end : begin.plus(window);
      return new WishedTime(begin, last, Obstacle.NO_SUCH_HOUR);
    }
    if (!end.isAfter(soonest)) {
      return past(soonest, window);
    }
    Obstacle far = begin.isBefore(soonest.plus(ahead)) ? Obstacle.NONE : Obstacle.TOO_FAR;
    return new WishedTime(later(begin, soonest), end, far);
  }

  /// The first full minute that is not over.
  static Instant soonest(Instant now) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(now) ? now : minute.plus(1, ChronoUnit.MINUTES);
  }

  private static WishedTime past(Instant soonest, Duration window) {
    return new WishedTime(soonest, soonest.plus(window), Obstacle.PAST);
  }

  /// The time itself, or one that is as impossible and within what clocks can be asked about.
  private static LocalDateTime bounded(LocalDateTime time, LocalDateTime shown) {
    LocalDateTime first = shown.minusYears(YEARS);
    LocalDateTime last = shown.plusYears(YEARS);
    return time.isBefore(first) ? first : time.isAfter(last) ? last : time;
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return WallClock.first(day.plusDays(1).atStartOfDay(), zone);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  Range<Instant> range() {
    return Range.closedOpen(from, until);
  }

  /// How long the promised window is: as usual, or shorter where the wish is.
  Duration length(Duration window) {
    Duration wished = Duration.between(from, until);
    return wished.compareTo(window) < 0 ? wished : window;
  }
}
