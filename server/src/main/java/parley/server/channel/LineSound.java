package parley.server.channel;

import java.util.List;
import java.util.Optional;
import parley.speech.audio.WavFrames;

/// A recording as it comes out of a line, read as it is asked for. Thread: one owner.
public final class LineSound implements AutoCloseable {
  private final WavFrames recording;
  private final List<Effect> effects;

  LineSound(WavFrames recording, List<Effect> effects) {
    this.recording = recording;
    this.effects = List.copyOf(effects);
  }

  /// The next 20 ms, 160 samples at 8000 Hz; empty at the end.
  ///
  /// @throws parley.speech.audio.WavException when the file cannot be read any further
  public Optional<short[]> next() {
    Optional<short[]> frame = recording.next();
    for (Effect effect : effects) {
      frame = frame.map(effect::pass);
    }
    return frame;
  }

  @Override
  public void close() {
    recording.close();
  }
}
