package parley.gateway.phone;

/// When something said left the phone, in nanoseconds of [System#nanoTime]. A frame leaves when its
/// last sample has been spoken, so `lastVoicedNanos` is the end of the caller's last voiced frame.
///
/// @param voiced false when no frame was voiced; the voiced times are then those of the whole
/// @param complete false when it was stopped half way
public record SpeechSent(
    long firstVoicedNanos, long lastVoicedNanos, boolean voiced, boolean complete) {}
