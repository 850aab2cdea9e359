package parley.callback.work;

import java.time.Instant;
import java.util.List;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;

/// Decides what becomes of a callback after a call. Pure; any thread.
@FunctionalInterface
public interface RetryPlan {

  /// @param attempt the call that is over, with its callback and its number from 1
  /// @param outcomes of all calls of the callback so far, this one's last
  Next after(Attempt attempt, List<AttemptOutcome> outcomes, Instant now);
}
