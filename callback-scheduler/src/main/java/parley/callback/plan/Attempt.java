package parley.callback.plan;

import java.util.UUID;

/// One call of a callback. Immutable; any thread.
///
/// @param id also the id of the channel that Asterisk makes for it, so that Asterisk can tell
///   whether it was dialled, whatever became of the process that asked for it
/// @param number from 1
public record Attempt(UUID id, Callback callback, int number) {}
