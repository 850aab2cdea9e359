package parley.callback.hours;

import java.util.Map;

/// The hours of all queues. Immutable; any thread.
public final class HoursBook {

  /// The queue whose hours count for every queue that has none of its own.
  public static final String GENERAL = "general";

  private final QueueHours general;
  private final Map<String, QueueHours> queues;

  public HoursBook(QueueHours general, Map<String, QueueHours> queues) {
    this.general = general;
    this.queues = Map.copyOf(queues);
  }

  /// The hours of a queue; empty means anybody.
  public QueueHours of(String queue) {
    return queues.getOrDefault(queue, general);
  }

  /// How many queues have hours.
  public int size() {
    return queues.size();
  }
}
