package parley.server.callbacks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.callback.followup.FollowUpTasks;
import parley.callback.plan.CallbackState;
import parley.callback.work.CallbackOverview.CallbackLine;

/// What `./parley callbacks` shows.
///
/// @param open how many there are of each state that is not over
/// @param followUps what conversations have left to be done and is overdue; empty where that was
///   not asked for
record CallbackListing(
    List<CallbackLine> found,
    Map<CallbackState, Integer> open,
    Optional<List<FollowUpTasks.Task>> followUps) {

  CallbackListing {
    found = List.copyOf(found);
    open = Map.copyOf(open);
    followUps = followUps.map(List::copyOf);
  }
}
