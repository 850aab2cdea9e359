package parley.callback.slot;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import parley.callback.calendar.DayHours;
import parley.callback.calendar.Goal;
import parley.callback.calendar.Span;

/// What somebody would like. Immutable; any thread.
///
/// @param kind its name
/// @param zone in whose days and hours it is wished
/// @param within the days looked at
/// @param days of the week that suit; empty: any
/// @param hours in which it may begin
/// @param near the times nearest to this are the best, whatever the goal
/// @param with the calendar of a person who is preferred; empty: anybody
/// @param goal what the best times are
/// @param most how many are wanted
public record SlotWish(
    String kind,
    ZoneId zone,
    Span within,
    Set<DayOfWeek> days,
    DayHours hours,
    Optional<Instant> near,
    String with,
    Goal goal,
    int most) {

  public SlotWish {
    days = Set.copyOf(days);
  }

  /// Any time within.
  public static SlotWish any(String kind, ZoneId zone, Span within, Goal goal, int most) {
    return new SlotWish(
        kind, zone, within, Set.of(), DayHours.WHOLE_DAY, Optional.empty(), "", goal, most);
  }

  /// The same, nearest to a time first.
  public SlotWish near(Instant time) {
    return new SlotWish(kind, zone, within, days, hours, Optional.of(time), with, goal, most);
  }

  /// The same with a person preferred.
  public SlotWish with(String calendar) {
    return new SlotWish(kind, zone, within, days, hours, near, calendar, goal, most);
  }

  boolean suits(Instant start) {
    LocalDateTime local = LocalDateTime.ofInstant(start, zone);
    return (days.isEmpty() || days.contains(local.getDayOfWeek()))
        && hours.holds(local.toLocalTime());
  }
}
