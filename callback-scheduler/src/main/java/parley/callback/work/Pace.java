package parley.callback.work;

import java.time.Duration;

/// How a node works. Immutable; any thread.
///
/// @param calls that one node makes at once
/// @param poll how often it looks for what is due
/// @param heartbeat how often it says that it lives; one that was silent for four is taken for dead
/// @param pause after something could not be done
public record Pace(int calls, Duration poll, Duration heartbeat, Duration pause) {

  /// Silences after which a node is dead.
  public static final int MISSED_HEARTBEATS = 4;

  /// What production uses.
  public static final Pace USUAL =
      new Pace(100, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(2));

  public Pace {
    if (calls < 1) {
      throw new IllegalArgumentException("A node makes one call or more at once, not " + calls);
    }
    if (!poll.isPositive() || !heartbeat.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException("The times of a pace must be longer than nothing");
    }
  }
}
