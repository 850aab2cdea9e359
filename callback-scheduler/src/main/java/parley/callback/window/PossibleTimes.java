package parley.callback.window;

import com.google.common.collect.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import parley.callback.hours.WallClock;
import parley.dialogue.callback.CallbackOffer;
import parley.dialogue.callback.CallbackOffer.Obstacle;
import parley.dialogue.callback.CallbackTimes;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.CallbackWish;

/// Finds the nearest window to a wish: the first at or after it that is permitted and not full, or
/// the last before it where there is none. Windows begin at full minutes.
///
/// Hours can be named only by a clock that is known: a number whose zones do not agree is
/// [CallbackOffer.ZoneUnknown], and the callee is to be asked.
///
/// Thread: any. As fast as the load answers.
public final class PossibleTimes implements CallbackTimes {

  private final Callees callees;
  private final PermittedHours permitted;
  private final Load load;
  private final Duration window;
  private final Duration ahead;

  /// @param window how long the promised time is
  /// @param ahead how far away it is at most
  public PossibleTimes(
      Callees callees, PermittedHours permitted, Load load, Duration window, Duration ahead) {
    this.callees = callees;
    this.permitted = permitted;
    this.load = load;
    this.window = window;
    this.ahead = ahead;
  }

  @Override
  public CallbackOffer offer(CallbackWish wish, Instant now) {
    return switch (callees.look(wish.number(), wish.zone())) {
      case Callees.Barred(Obstacle why) -> new CallbackOffer.Impossible(why);
      case Callees.Known(_, Set<ZoneId> zones) ->
          callees
              .zones()
              .one(zones, now, ahead)
              .map(zone -> offer(wish, zone, now))
              .orElseGet(CallbackOffer.ZoneUnknown::new);
    };
  }

  private CallbackOffer offer(CallbackWish wish, ZoneId zone, Instant now) {
    WishedTime wished = WishedTime.of(wish, zone, now, window, ahead);
    Duration length = wished.length(window);
    WindowSearch search = new WindowSearch(permitted, load, wish.queue(), Set.of(zone), length);
    Range<Instant> all = horizon(now);
    if (wished.against() == Obstacle.NONE) {
      Optional<Instant> found = search.first(wished.times().subRangeSet(all));
      if (found.isPresent()) {
        return new CallbackOffer.Possible(window(found.get(), length, zone), true, Obstacle.NONE);
      }
    }
    Obstacle why =
        wished.against() == Obstacle.NONE
            ? hindrance(wished, search, wish.queue(), zone)
            : wished.against();
    return nearest(wished, search, all)
        .<CallbackOffer>map(
            from -> new CallbackOffer.Possible(window(from, length, zone), false, why))
        .orElseGet(() -> new CallbackOffer.Impossible(why));
  }

  private Optional<Instant> nearest(WishedTime wished, WindowSearch search, Range<Instant> all) {
    if (!all.contains(wished.from())) {
      return search.last(all);
    }
    return search
        .first(Range.closedOpen(wished.from(), all.upperEndpoint()))
        .or(() -> search.last(Range.closedOpen(all.lowerEndpoint(), wished.until())));
  }

  private Obstacle hindrance(WishedTime wished, WindowSearch search, String queue, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(wished.from(), zone);
    Range<Instant> wholeDay =
        Range.closedOpen(
            WallClock.first(day.atStartOfDay(), zone),
            WallClock.first(day.plusDays(1).atStartOfDay(), zone));
    if (permitted.open(queue, wholeDay).isEmpty()) {
      return Obstacle.CLOSED_DAY;
    }
    boolean open =
        permitted.open(queue, wished.range()).intersection(wished.times()).asRanges().stream()
            .anyMatch(range -> PermittedHours.holds(range, search.length()));
    if (!open) {
      return Obstacle.CLOSED_HOUR;
    }
    return search.permits(wished.times()) ? Obstacle.FULL : Obstacle.QUIET_HOURS;
  }

  private Range<Instant> horizon(Instant now) {
    Instant soonest = WishedTime.soonest(now);
    return Range.closedOpen(soonest, soonest.plus(ahead));
  }

  private static CallbackWindow window(Instant from, Duration length, ZoneId zone) {
    return new CallbackWindow(from, from.plus(length), zone);
  }
}
