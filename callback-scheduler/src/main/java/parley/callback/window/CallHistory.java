package parley.callback.window;

import java.time.DayOfWeek;
import java.util.Map;

/// How many calls of each queue needed a person, hour by hour of the week, over the last weeks.
/// Immutable; any thread.
///
/// @param weeks for how long calls were counted; 0: not at all
/// @param calls of those hours in which there were any
public record CallHistory(double weeks, Map<Slot, Integer> calls) {

  /// Nothing was counted yet.
  public static final CallHistory NONE = new CallHistory(0, Map.of());

  /// One hour of the week of one queue.
  ///
  /// @param hour 0 to 23, by the clock of the site
  public record Slot(String queue, DayOfWeek day, int hour) {}

  public CallHistory {
    calls = Map.copyOf(calls);
    if (weeks < 0) {
      throw new IllegalArgumentException("Calls were counted for 0 weeks or more, not " + weeks);
    }
  }

  int of(Slot slot) {
    return calls.getOrDefault(slot, 0);
  }
}
