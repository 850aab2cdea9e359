package parley.callback.ask;

import java.time.LocalDateTime;
import java.util.List;

/// What somebody writes they want done with an appointment that they have.
///
/// Sentences that say something else are the `rest`; words of thanks and the like among them.
public sealed interface ChangeWish {

  /// Nothing that is sure enough to be done without a person.
  record None() implements ChangeWish {}

  /// It is not wanted any more.
  record Cancel(List<String> rest) implements ChangeWish {
    public Cancel {
      rest = List.copyOf(rest);
    }
  }

  /// Another time is wanted.
  ///
  /// @param times that would suit, the best first; empty where none is named
  record Move(List<Time> times, List<String> rest) implements ChangeWish {
    public Move {
      times = List.copyOf(times);
      rest = List.copyOf(rest);
    }
  }

  /// A stretch of time on the appointment's own clock.
  ///
  /// @param from inclusive
  /// @param until exclusive, after `from`
  record Time(LocalDateTime from, LocalDateTime until) {

    boolean holds(LocalDateTime at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }
}
