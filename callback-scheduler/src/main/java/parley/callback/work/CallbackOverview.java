package parley.callback.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.callback.plan.AttemptOutcome;
import parley.callback.plan.Callback;
import parley.callback.plan.CallbackState;

/// Callbacks as people see and change them. Port: the database implements it. Thread: any.
public interface CallbackOverview extends CallbackChanges {

  /// Those that match, who is called next first.
  List<CallbackLine> list(Filter filter);

  /// How many there are of each state that is not over.
  Map<CallbackState, Integer> open();

  /// Those whose id begins so, at most as many.
  List<CallbackLine> beginning(String prefix, int most);

  /// The attempt at which a callback is being called now; empty when it is not.
  Optional<UUID> underWay(UUID callback);

  /// Keeps new ones, each together with its hour, in one transaction. One whose id is known changes
  /// nothing.
  void add(List<NewCallback> callbacks);

  /// Which callbacks are listed.
  ///
  /// @param states none: those that are not over
  /// @param overdue only those whose promised time is over; null: all
  /// @param most 1 or more
  record Filter(Set<CallbackState> states, @Nullable Overdue overdue, int most) {
    public Filter {
      states = Set.copyOf(states);
    }
  }

  /// What is overdue.
  ///
  /// @param at whose window was over at that time
  /// @param soon how long who was promised no hour may wait
  record Overdue(Instant at, Duration soon) {}

  /// One callback in a list.
  ///
  /// @param nextAt when it is called next; null when it is not
  /// @param lastOutcome of its last call that is over; null when there was none
  /// @param note why it needs a person or was given up
  record CallbackLine(
      Callback callback,
      int priority,
      Instant promisedAt,
      @Nullable Instant nextAt,
      @Nullable AttemptOutcome lastOutcome,
      String note) {

    public UUID id() {
      return callback.id();
    }
  }
}
