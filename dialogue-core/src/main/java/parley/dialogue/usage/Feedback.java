package parley.dialogue.usage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.dialogue.call.CallId;

/// What an agent or a supervisor says of an entry.
///
/// @param call the conversation in which it was the answer; null: of the entry as such
/// @param by who says so, as they name themselves
public record Feedback(
    UUID id, Instant at, String entry, boolean good, @Nullable CallId call, String by) {

  Verdict verdict() {
    return good ? Verdict.HELPED : Verdict.FAILED;
  }
}
