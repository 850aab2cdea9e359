package parley.dialogue.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.CallId;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.log.LogEntry.TurnTaken;

/// What was said in a conversation, in order, and what came of it.
///
/// @param ending null: it goes on, or is not concluded
public record Exchange(CallId call, List<TurnTaken> turns, @Nullable Ending ending) {

  /// What its conclusion says.
  public record Ending(Disposition disposition, boolean resolved) {}

  public Exchange {
    turns = List.copyOf(turns);
  }
}
