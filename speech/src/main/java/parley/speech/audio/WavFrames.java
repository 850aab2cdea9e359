package parley.speech.audio;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;

/// A WAV file as a call would bring it: frames of 20 ms at a rate of one's choice, read as they are
/// asked for, the last filled up with silence. Thread: one owner.
public final class WavFrames implements AutoCloseable {
  private final WavReader reader;
  private final Resampler resampler;
  private final Frames frames;
  private final ArrayDeque<short[]> ready = new ArrayDeque<>();
  private boolean over;

  private WavFrames(WavReader reader, int sampleRateHz) {
    this.reader = reader;
    this.resampler = new Resampler(reader.sampleRateHz(), sampleRateHz);
    this.frames = new Frames(sampleRateHz);
  }

  /// @throws WavException with one sentence when the file holds no sound that can be read
  public static WavFrames open(Path file, int sampleRateHz) {
    return new WavFrames(WavReader.open(file), sampleRateHz);
  }

  /// The next frame; empty at the end.
  ///
  /// @throws WavException when the file cannot be read any further
  public Optional<short[]> next() {
    while (ready.isEmpty() && !over) {
      short[] piece = reader.next();
      over = piece.length == 0;
      ready.addAll(frames.add(over ? resampler.finish() : resampler.process(piece)));
      if (over) {
        ready.addAll(frames.rest());
      }
    }
    return Optional.ofNullable(ready.poll());
  }

  @Override
  public void close() {
    reader.close();
  }
}
