package parley.callback.work;

import java.time.Instant;
import parley.callback.plan.Callback;

/// A callback that is to be kept from now on. Immutable; any thread.
///
/// @param promisedAt who was promised first is called first
/// @param priority within its queue, higher ones first
public record NewCallback(Callback callback, Instant promisedAt, int priority) {

  private static final int HIGHEST = 9;

  public NewCallback {
    if (priority < 0 || priority > HIGHEST) {
      throw new IllegalArgumentException("A priority is 0 to 9, not " + priority);
    }
  }

  /// When it is to be called first.
  public Instant due() {
    return callback.window().map(window -> window.from()).orElse(promisedAt);
  }
}
