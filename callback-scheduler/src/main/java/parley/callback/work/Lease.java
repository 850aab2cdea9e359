package parley.callback.work;

import java.util.UUID;

/// That a callback is this process's to work on now. It may be lost at any time: to a node that
/// believes this one dead. Immutable; any thread.
///
/// @param version counts who had it; only the newest is good
public record Lease(UUID callback, long version) {}
