package parley.callback.promise;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackWindow;

/// A caller was promised that a person calls back.
///
/// @param id also the id of the promise's entry in the call log
/// @param number dialable: digits, with a leading plus where the network gave one
/// @param window when, where an hour was agreed; empty: as soon as it can be
/// @param queue the skill that is wanted; empty for anybody
/// @param language ISO 639-1, of the call in which it was promised
/// @param zone the zone in which hours were named in that call
/// @param waitingSince since when the caller waited for a person, whose place the call keeps
public record CallbackPromise(
    UUID id,
    CallId call,
    PhoneNumber number,
    String reason,
    Optional<CallbackWindow> window,
    String queue,
    String language,
    Instant promisedAt,
    ZoneId zone,
    Optional<Instant> waitingSince) {}
