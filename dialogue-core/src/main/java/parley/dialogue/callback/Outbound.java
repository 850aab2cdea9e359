package parley.dialogue.callback;

import java.util.Optional;
import java.util.UUID;

/// A call that we make. Immutable; any thread.
///
/// @param callback that it keeps
/// @param cause why it is made, which decides the first words
/// @param reason what it is about, said to nobody who has not said that it is for them
/// @param conversation that it goes on with; empty when there was none
/// @param window within which it was promised; empty: as soon as it can be
public record Outbound(
    UUID callback,
    Cause cause,
    String reason,
    Optional<UUID> conversation,
    Optional<CallbackWindow> window) {

  /// Why somebody is called.
  public enum Cause {
    /// They have asked for it.
    ASKED,
    /// A conversation with them was not resolved.
    FOLLOW_UP,
    /// They are reminded of an appointment; the reason names it, and its time.
    APPOINTMENT
  }

  /// A call that somebody has asked for.
  public Outbound(
      UUID callback, String reason, Optional<UUID> conversation, Optional<CallbackWindow> window) {
    this(callback, Cause.ASKED, reason, conversation, window);
  }
}
