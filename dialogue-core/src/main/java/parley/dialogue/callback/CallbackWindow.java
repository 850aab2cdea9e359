package parley.dialogue.callback;

import java.time.Instant;
import java.time.ZoneId;

/// The time within which somebody was promised to be called. Immutable; any thread.
///
/// @param from inclusive
/// @param until exclusive
/// @param zone in whose hours it was promised; the callee's where it is known
public record CallbackWindow(Instant from, Instant until, ZoneId zone) {

  public CallbackWindow {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "A window must end after it begins, but begins at %s and ends at %s"
              .formatted(from, until));
    }
  }
}
