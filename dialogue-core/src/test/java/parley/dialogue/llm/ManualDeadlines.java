package parley.dialogue.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Deadlines in a time that passes when the test says so.
final class ManualDeadlines implements Deadlines {

  private record Task(long number, Duration at, Runnable late) {}

  private final List<Task> tasks = new ArrayList<>();
  private final List<Duration> asked = new ArrayList<>();
  private Duration now = Duration.ZERO;

  @Override
  public synchronized Pending after(Duration time, Runnable late) {
    Task task = new Task(asked.size(), now.plus(time), late);
    tasks.add(task);
    asked.add(time);
    notifyAll();
    return () -> remove(task);
  }

  private synchronized void remove(Task task) {
    tasks.removeIf(other -> other.number() == task.number());
  }

  /// Returns once somebody has asked for a deadline after this time.
  synchronized void waitUntilAsked(Duration time) throws InterruptedException {
    while (!asked.contains(time)) {
      wait(10_000);
    }
  }

  synchronized int pending() {
    return tasks.size();
  }

  /// Lets time pass and runs what is due, in order.
  void pass(Duration time) {
    Duration until = now.plus(time);
    for (Optional<Task> next = due(until); next.isPresent(); next = due(until)) {
      next.get().late().run();
    }
  }

  private synchronized Optional<Task> due(Duration until) {
    Optional<Task> first =
        tasks.stream()
            .filter(task -> task.at().compareTo(until) <= 0)
            .min(Comparator.comparing(Task::at));
    now = first.map(Task::at).orElse(until);
    first.ifPresent(tasks::remove);
    return first;
  }
}
