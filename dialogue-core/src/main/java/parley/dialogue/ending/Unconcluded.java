package parley.dialogue.ending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.dialogue.call.CallId;
import parley.dialogue.log.CallLog.CallDetail;

/// Knows the conversations of one kind that are over and have no conclusion yet. Port: `db`
/// implements it. Thread: any.
public interface Unconcluded {

  /// Those that are over by now and have been since then at the earliest, the oldest first.
  List<Over> since(Instant earliest, Instant now, int atMost);

  /// What the log has of one of them; empty when it is gone.
  Optional<CallDetail> find(CallId id);

  /// A conversation that is over.
  ///
  /// @param last when its last word was: one that goes on after its end is over again later
  record Over(CallId id, Instant last) {}
}
