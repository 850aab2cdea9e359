package parley.gateway.phone;

/// A stretch of speech heard: arrivals of its first and its last voiced frame, in nanoseconds of
/// [System#nanoTime].
public record VoiceRun(long firstNanos, long lastNanos) {}
