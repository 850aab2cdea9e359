package parley.dialogue.conclusion;

import java.time.Instant;
import java.util.UUID;
import parley.dialogue.call.Spoken;

/// Something that is still to be done after a conversation.
///
/// @param due when it should be done by
/// @param what in a few words without personal data
public record FollowUp(UUID id, Kind kind, Instant due, Spoken what) {

  /// What is to be done.
  public enum Kind {
    /// A call back was promised.
    CALL_BACK,
    /// A question was not answered.
    ANSWER,
    /// A service or a part of Parley failed while the customer waited.
    REPAIR
  }
}
