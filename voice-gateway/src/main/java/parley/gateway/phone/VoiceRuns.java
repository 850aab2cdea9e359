package parley.gateway.phone;

import java.util.ArrayList;
import java.util.List;

/// Joins voiced frames to runs of speech: pauses up to 200 ms belong to the run, and a run of fewer
/// than three voiced frames (a click, a burst of loss) is none. One thread at a time.
final class VoiceRuns {

  static final long JOIN_NANOS = 200_000_000;
  static final int LEAST_FRAMES = 3;

  private final List<VoiceRun> runs = new ArrayList<>();
  private int frames;
  private long firstNanos;
  private long lastNanos;

  /// Takes the arrival of the next voiced frame; arrivals do not go backwards. True when it made a
  /// run certain: it is then the last of [#all].
  boolean voiced(long arrivalNanos) {
    if (frames == 0 || arrivalNanos - lastNanos > JOIN_NANOS) {
      frames = 0;
      firstNanos = arrivalNanos;
    }
    frames++;
    lastNanos = arrivalNanos;
    if (frames < LEAST_FRAMES) {
      return false;
    }
    VoiceRun run = new VoiceRun(firstNanos, lastNanos);
    if (frames == LEAST_FRAMES) {
      runs.add(run);
      return true;
    }
    runs.set(runs.size() - 1, run);
    return false;
  }

  List<VoiceRun> all() {
    return List.copyOf(runs);
  }
}
