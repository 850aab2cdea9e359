package parley.server.callbacks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parley.callback.followup.FollowUpTasks;

/// What conversations have left, in memory: a beginning that names more than one closes none, as in
/// the database. Thread: one.
final class FakeFollowUps implements FollowUpTasks {

  final List<Task> open = new ArrayList<>();

  @Override
  public List<Task> overdue(Instant now, int most) {
    return open.stream().filter(task -> !task.due().isAfter(now)).limit(most).toList();
  }

  @Override
  public boolean close(String prefix, Instant now) {
    List<Task> named =
        open.stream().filter(task -> task.id().toString().startsWith(prefix)).toList();
    return named.size() == 1 && open.removeAll(named);
  }
}
