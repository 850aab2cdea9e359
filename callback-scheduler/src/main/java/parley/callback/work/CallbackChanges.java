package parley.callback.work;

import java.time.Instant;
import java.util.UUID;
import parley.dialogue.callback.CallbackWindow;

/// Changes promises that were made. Port: the database implements it. Thread: any.
public interface CallbackChanges {

  /// Has it called within another window. Also one that needs a person, or was given up or
  /// cancelled, comes up again so.
  Change move(UUID callback, CallbackWindow window, Instant now);

  /// It is not called any more.
  Change cancel(UUID callback, Instant now);

  /// What came of a change.
  enum Change {
    DONE,
    /// It is being called in this moment: try when that call is over.
    BEING_CALLED,
    /// It is over already.
    OVER,
    UNKNOWN
  }
}
