package parley.dialogue.callback;

import java.util.Optional;
import java.util.UUID;

/// A call that we make, because somebody was promised it. Immutable; any thread.
///
/// @param callback that it keeps
/// @param reason what it is about, said to nobody who has not said that they asked for it
/// @param conversation that it goes on with; empty when there was none
/// @param window within which it was promised; empty: as soon as it can be
public record Outbound(
    UUID callback, String reason, Optional<UUID> conversation, Optional<CallbackWindow> window) {}
