package parley.dialogue.escalation;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/// Hours of some days of the week. Over midnight where `to` is not after `from`: the hours then
/// belong to the day on which they begin.
///
/// @param from the first moment
/// @param to the first moment after
/// @param days none means all
public record Hours(LocalTime from, LocalTime to, Set<DayOfWeek> days) {

  public Hours {
    days = Set.copyOf(days);
  }

  boolean hold(LocalDateTime at) {
    LocalTime time = at.toLocalTime();
    if (from.isBefore(to)) {
      return on(at) && !time.isBefore(from) && time.isBefore(to);
    }
    return (on(at) && !time.isBefore(from)) || (on(at.minusDays(1)) && time.isBefore(to));
  }

  private boolean on(LocalDateTime at) {
    return days.isEmpty() || days.contains(at.getDayOfWeek());
  }
}
