package parley.callback.work;

import java.time.Instant;
import java.util.Optional;
import parley.callback.plan.Callback;
import parley.dialogue.callback.CallbackWindow;

/// A callback that is to be kept from now on. Immutable; any thread.
///
/// @param promisedAt who was promised first is called first
/// @param waitingSince of a caller who waited in the queue: their place in it, instead of the above
/// @param priority within its queue, higher ones first
public record NewCallback(
    Callback callback, Instant promisedAt, Optional<Instant> waitingSince, int priority) {

  /// Of who was named an hour, or keeps a place in the queue.
  public static final int EXPECTED = 1;

  /// Of who is called as soon as somebody has time.
  public static final int SOME_TIME = 0;

  private static final int HIGHEST = 9;

  public NewCallback {
    if (priority < 0 || priority > HIGHEST) {
      throw new IllegalArgumentException("A priority is 0 to 9, not " + priority);
    }
  }

  /// Of somebody who did not wait.
  public NewCallback(Callback callback, Instant promisedAt, int priority) {
    this(callback, promisedAt, Optional.empty(), priority);
  }

  /// When it is to be called first; may be past.
  public Instant due() {
    return callback.window().map(CallbackWindow::from).or(() -> waitingSince).orElse(promisedAt);
  }
}
