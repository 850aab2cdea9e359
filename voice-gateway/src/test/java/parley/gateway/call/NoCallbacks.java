package parley.gateway.call;

import java.time.Instant;
import java.util.UUID;
import parley.callback.work.CallbackChanges;
import parley.dialogue.callback.CallbackWindow;

/// Nothing was promised before.
final class NoCallbacks implements CallbackChanges {

  @Override
  public Change move(UUID callback, CallbackWindow window, Instant now) {
    return Change.UNKNOWN;
  }

  @Override
  public Change cancel(UUID callback, Instant now) {
    return Change.UNKNOWN;
  }
}
