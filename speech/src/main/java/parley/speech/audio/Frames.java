package parley.speech.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a stream of samples into frames of 20 ms, the unit of a call. Thread: one owner.
public final class Frames {

  public static final int MILLIS = 20;

  private final short[] frame;
  private int filled;

  public Frames(int sampleRateHz) {
    this.frame = new short[samplesPerFrame(sampleRateHz)];
  }

  public static int samplesPerFrame(int sampleRateHz) {
    return sampleRateHz * MILLIS / 1000;
  }

  /// All of a sound in frames; the last is filled up with silence.
  public static List<short[]> of(Pcm sound) {
    Frames frames = new Frames(sound.sampleRateHz());
    List<short[]> cut = new ArrayList<>(frames.add(sound.samples()));
    cut.addAll(frames.rest());
    return cut;
  }

  /// Takes samples and gives the frames that they completed.
  public List<short[]> add(short[] samples) {
    List<short[]> complete = new ArrayList<>();
    int at = 0;
    while (at < samples.length) {
      int count = Math.min(frame.length - filled, samples.length - at);
      System.arraycopy(samples, at, frame, filled, count);
      at += count;
      filled += count;
      if (filled == frame.length) {
        complete.add(frame.clone());
        filled = 0;
      }
    }
    return complete;
  }

  /// What was left over, filled up with silence to one frame; none when nothing was.
  public List<short[]> rest() {
    if (filled == 0) {
      return List.of();
    }
    Arrays.fill(frame, filled, frame.length, (short) 0);
    filled = 0;
    return List.of(frame.clone());
  }
}
