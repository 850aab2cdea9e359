package parley.server.followup;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import parley.callback.followup.FollowUpTasks;
import parley.callback.letter.LetterStore;
import parley.callback.work.CallbackOverview;
import parley.config.Settings;

/// What should have been done by now and is not: calls that were promised, what conversations and
/// appointments have left to do. Immutable; any thread.
public record Overdue(
    List<CallbackOverview.CallbackLine> callbacks,
    List<FollowUpTasks.Task> followUps,
    List<LetterStore.Task> tasks) {

  public Overdue {
    callbacks = List.copyOf(callbacks);
    followUps = List.copyOf(followUps);
    tasks = List.copyOf(tasks);
  }

  /// Asks the database.
  ///
  /// @param most of each
  public static Overdue at(
      Instant now,
      Settings.FollowUp within,
      int most,
      CallbackOverview callbacks,
      FollowUpTasks followUps,
      LetterStore letters) {
    CallbackOverview.Overdue late = new CallbackOverview.Overdue(now, within.callBackWithin());
    return new Overdue(
        callbacks.list(new CallbackOverview.Filter(Set.of(), late, most)),
        followUps.overdue(now, most),
        letters.tasks(most).stream().filter(task -> !task.due().isAfter(now)).toList());
  }

  public boolean isEmpty() {
    return callbacks.isEmpty() && followUps.isEmpty() && tasks.isEmpty();
  }
}
