package parley.transfer.handover;

import java.time.Duration;
import parley.config.Settings;

/// How long each state of a hand-over may last, and how many agents are tried.
///
/// @param attempts agents tried at most, unreachable ones included
/// @param reserve for the answer who is free; that takes no I/O, so passing it means a fault
/// @param dial for a phone to report that it rings. A phone that is gone but still registered says
///   nothing for 32 s (RFC 3261 timer B): a caller must not wait that long for nobody
/// @param ring for an agent to answer, from the moment the phone was asked to ring
/// @param whisper for the summary to be heard; afterwards the caller is joined anyway
/// @param join for caller and agent to be in one bridge
/// @param talk for their talk
public record HandOverLimits(
    int attempts,
    Duration reserve,
    Duration dial,
    Duration ring,
    Duration whisper,
    Duration join,
    Duration talk) {

  public HandOverLimits {
    if (attempts < 1) {
      throw new IllegalArgumentException("A hand-over tries 1 agent or more, not " + attempts);
    }
  }

  public static HandOverLimits from(Settings.Transfer transfer, Settings.Calls calls) {
    return new HandOverLimits(
        transfer.attempts(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        transfer.ring(),
        Duration.ofSeconds(15),
        Duration.ofSeconds(3),
        calls.longest());
  }
}
