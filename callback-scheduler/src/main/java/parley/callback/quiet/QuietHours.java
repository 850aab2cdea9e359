package parley.callback.quiet;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import parley.callback.hours.WallClock;
import parley.config.CallbackSettings;
import parley.config.CallbackSettings.DayTimes;

/// The hours at which nobody is called, by their own clock. Immutable; any thread.
///
/// @param hours empty: there are none
/// @param sundays whether a whole Sunday is quiet
public record QuietHours(Optional<DayTimes> hours, boolean sundays) {

  public static QuietHours of(CallbackSettings settings) {
    return new QuietHours(settings.quiet(), settings.quietSundays());
  }

  /// When somebody in a zone may be called within a bounded time.
  public ImmutableRangeSet<Instant> outside(ZoneId zone, Range<Instant> time) {
    LocalDate last = LocalDate.ofInstant(time.upperEndpoint(), zone).plusDays(1);
    LocalDate day = LocalDate.ofInstant(time.lowerEndpoint(), zone).minusDays(1);
    TreeRangeSet<Instant> callable = TreeRangeSet.create();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      if (!sundays || day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        addDay(day, zone, callable);
      }
    }
    return ImmutableRangeSet.copyOf(callable.subRangeSet(time));
  }

  private void addDay(LocalDate day, ZoneId zone, TreeRangeSet<Instant> callable) {
    callable.addAll(WallClock.between(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), zone));
    if (hours.isEmpty()) {
      return;
    }
    DayTimes quiet = hours.get();
    if (quiet.from().isBefore(quiet.until())) {
      callable.removeAll(
          WallClock.between(day.atTime(quiet.from()), day.atTime(quiet.until()), zone));
    } else {
      callable.removeAll(WallClock.between(day.atStartOfDay(), day.atTime(quiet.until()), zone));
      callable.removeAll(
          WallClock.between(day.atTime(quiet.from()), day.plusDays(1).atStartOfDay(), zone));
    }
  }
}
