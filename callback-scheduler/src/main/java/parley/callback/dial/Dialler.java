package parley.callback.dial;

import java.util.UUID;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;

/// Calls somebody and holds the talk. Port: the voice gateway does it over Asterisk.
///
/// Thread: any; a virtual one an attempt. Blocks until the call is over.
public interface Dialler {

  /// Makes the call of an attempt, exactly once: when it was dialled already, by this process or
  /// one that died, nothing is dialled, and what became of that call is returned as far as Asterisk
  /// knows it ([AttemptOutcome#BROKEN_OFF] where a talk was cut by the death of its process).
  ///
  /// @return what came of it
  /// @throws DiallerAwayException when Asterisk cannot be asked, so that it is not known whether
  ///   the call was made: the same attempt is to be tried again later
  AttemptOutcome dial(Attempt attempt);

  /// The outcome of an attempt is kept: whatever Asterisk remembers of it may go. Never throws.
  default void settled(UUID attempt) {}

  /// How many more calls can be made now: free agents and free lines bound it.
  int room(String queue);
}
