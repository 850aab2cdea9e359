package parley.mail.work;

import java.time.Instant;
import java.util.UUID;

/// A received mail that is ours to deal with until its lease ends.
///
/// @param attempts how often it was claimed, this time included
/// @param released whether an operator took it out of quarantine
public record Claimed(
    UUID id,
    String mailbox,
    String messageId,
    Instant received,
    int attempts,
    boolean released,
    String owner) {}
