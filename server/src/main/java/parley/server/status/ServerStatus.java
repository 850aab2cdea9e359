package parley.server.status;

import java.time.Instant;

/// What the running server counts, once a second.
///
/// @param at when it was counted
/// @param startMs how long the start took until calls were taken
/// @param threads live platform threads of the server's JVM, without those that it makes and ends
///   by itself to carry virtual threads and parallel work
/// @param calls call threads that are alive
/// @param channels channels in Asterisk that are in Parley's ARI application, media legs included
/// @param recognizers recognizer streams that are open
public record ServerStatus(
    long pid,
    Instant at,
    String version,
    long startMs,
    int threads,
    int calls,
    int channels,
    int recognizers) {}
