package parley.speech.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import parley.speech.audio.Frames;

/// Keeps silence and steady noise away from a recognizer, which works as hard on them as on words:
/// passes on what stands out from the line's noise, what came shortly before it, for the beginnings
/// of words are faint, and what comes after it, for a recognizer needs an end to see that a word is
/// over. Thread: one owner.
public final class SilenceFilter {
  private static final int BEFORE = frames(Duration.ofMillis(400));
  private static final int AFTER = frames(Duration.ofMillis(700));

  /// What to do with the stream now: `skipped` samples are left out, then `frames` follow.
  public record Passed(int skipped, List<short[]> frames) {}

  private final SpeechGate gate;
  private final ArrayDeque<short[]> before = new ArrayDeque<>();

  /** A stream begins open: what the noise is like is not yet known. */
  private int open = AFTER;

  /// @param sampleRateHz 8000 or 16000
  public SilenceFilter(int sampleRateHz) {
    this.gate = new SpeechGate(sampleRateHz, Duration.ZERO);
  }

  /// Hears the next 20 ms.
  public Passed hear(short[] frame) {
    open = gate.hear(frame).sound() ? AFTER : open - 1;
    before.add(frame);
    if (open > 0) {
      List<short[]> frames = new ArrayList<>(before);
      before.clear();
      return new Passed(0, frames);
    }
    return new Passed(before.size() > BEFORE ? before.remove().length : 0, List.of());
  }

  private static int frames(Duration time) {
    return (int) (time.toMillis() / Frames.MILLIS);
  }
}
