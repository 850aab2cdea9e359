package parley.callback.hours;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// When the clocks of a zone show a time. Pure; any thread.
///
/// A clock that is put forward never shows the hour it skips, and one that is put back shows an
/// hour twice. So a stretch of local time can be shorter or longer than its figures say, and even
/// in two pieces.
public final class WallClock {

  /// No clock is further away from UTC.
  private static final int FURTHEST_HOURS = 18;

  private WallClock() {}

  /// The instants at which the zone's clocks show a time from `from` (inclusive) to `until`
  /// (exclusive).
  public static ImmutableRangeSet<Instant> between(
      LocalDateTime from, LocalDateTime until, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Instant begin = from.toInstant(ZoneOffset.UTC).minusSeconds(FURTHEST_HOURS * 3600L);
    Instant end = until.toInstant(ZoneOffset.UTC).plusSeconds(FURTHEST_HOURS * 3600L);
    ImmutableRangeSet.Builder<Instant> found = ImmutableRangeSet.builder();
    while (begin.isBefore(end)) {
      ZoneOffset offset = rules.getOffset(begin);
      ZoneOffsetTransition change = rules.nextTransition(begin);
      Instant next = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
      Instant shown = later(from.toInstant(offset), begin);
      Instant over = earlier(until.toInstant(offset), next);
      if (shown.isBefore(over)) {
        found.add(Range.closedOpen(shown, over));
      }
      begin = next;
    }
    return found.build();
  }

  /// Whether the zone's clocks skip this time.
  public static boolean skips(LocalDateTime time, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    return change != null && change.isGap();
  }

  /// The first instant at which the zone's clocks show this time or, where they skip it, a later
  /// one.
  public static Instant first(LocalDateTime time, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change != null && change.isGap()) {
      return change.getInstant();
    }
    return time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /// As [#first], but the last instant where the clocks show the time twice.
  public static Instant last(LocalDateTime time, ZoneId zone) {
    return skips(time, zone)
        ? first(time, zone)
        : time.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
