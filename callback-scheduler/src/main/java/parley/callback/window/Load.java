package parley.callback.window;

import java.time.Duration;
import java.time.Instant;

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

  /// How it stands with a queue from `from` (inclusive) to `until` (exclusive).
  Room room(String queue, Instant from, Instant until);

  /// Counts what is promised.
  @FunctionalInterface
  interface Promised {
    Promised NOTHING = (_, _, _) -> 0;

    /// Calls of a queue that are not made yet and whose windows overlap the time.
    int count(String queue, Instant from, Instant until);
  }

  /// The same number of calls an hour in all queues, at least one in any time.
  static Load perHour(int calls, Promised promised) {
    return (queue, from, until) -> {
      long most = calls * Duration.between(from, until).toMinutes() / 60;
      return new Room(promised.count(queue, from, until), (int) Math.max(1, most));
    };
  }
}
