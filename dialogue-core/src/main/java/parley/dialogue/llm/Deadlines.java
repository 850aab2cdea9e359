package parley.dialogue.llm;

import java.time.Duration;

/// Runs things later, unless they are called off. Thread: any.
public interface Deadlines {

  /// @param late must be quick
  Pending after(Duration time, Runnable late);

  /// Something that has not run yet.
  @FunctionalInterface
  interface Pending {
    /// Once this has returned it does not start any more.
    void cancel();
  }
}
