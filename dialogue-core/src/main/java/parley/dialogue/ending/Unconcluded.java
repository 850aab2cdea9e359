package parley.dialogue.ending;

import java.time.Instant;
import java.util.List;
import parley.dialogue.call.CallId;

/// Knows the conversations that are over and have no conclusion yet. Port: `db` implements it.
/// Thread: any.
@FunctionalInterface
public interface Unconcluded {

  /// Those that ended since then, the oldest first.
  List<CallId> since(Instant earliest, int atMost);
}
