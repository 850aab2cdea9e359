package parley.callback.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// How much the agents of a queue have promised already, and how much they can do. Port: whoever
/// stores promises implements it.
///
/// Thread: any. May ask a database; is asked some hundred times at most for one wish.
@FunctionalInterface
public interface Load {

  /// @param promised calls whose windows overlap the time
  /// @param most calls that can be made within it
  record Room(int promised, int most) {
    public boolean full() {
      return promised >= most;
    }
  }

  /// Less than this is nothing: thirds do not add up to one.
  double ROUNDING = 1e-6;

  /// How it stands with a queue from `from` (inclusive) to `until` (exclusive).
  Room room(String queue, Instant from, Instant until);

  /// Counts what is promised.
  @FunctionalInterface
  interface Promised {
    Promised NOTHING = (_, _, _) -> 0;

    /// Calls of a queue that are not made yet and whose windows overlap the time.
    int count(String queue, Instant from, Instant until);
  }

  /// What a queue's people can do, less the calls that are expected to come in: as many whole calls
  /// as that leaves, and at least one where it leaves anything.
  ///
  /// @param perHour calls that a queue's people can take in an hour, in and out
  /// @param history of calls that came in, as it is known now
  /// @param zone by whose clock the hours of the week are
  static Load forecast(
      ToIntFunction<String> perHour,
      Supplier<CallHistory> history,
      ZoneId zone,
      Promised promised) {
    return (queue, from, until) -> {
      int most = perHour.applyAsInt(queue);
      double hours = Duration.between(from, until).toSeconds() / 3600.0;
      double left =
          most * hours - new Forecast(history.get(), zone).calls(queue, most, from, until);
      int calls = left <= ROUNDING ? 0 : Math.max(1, (int) Math.floor(left + ROUNDING));
      return new Room(promised.count(queue, from, until), calls);
    };
  }

  /// The same number of calls an hour in all queues, at least one in any time.
  static Load perHour(int calls, Promised promised) {
    return (queue, from, until) -> {
      long most = calls * Duration.between(from, until).toMinutes() / 60;
      return new Room(promised.count(queue, from, until), (int) Math.max(1, most));
    };
  }
}
