package parley.gateway.media;

import java.util.function.Consumer;

/// Cuts a stream of 16-bit little-endian bytes, however it arrives, into frames of 20 ms. Thread:
/// one.
final class FrameCutter {
  private final int samplesPerFrame;
  private final Consumer<short[]> frames;
  private short[] frame;
  private int filled;
  private int low = -1;

  FrameCutter(int sampleRateHz, Consumer<short[]> frames) {
    this.samplesPerFrame = sampleRateHz / 50;
    this.frames = frames;
    this.frame = new short[samplesPerFrame];
  }

  void accept(byte next) {
    if (low < 0) {
      low = next & 0xff;
      return;
    }
    frame[filled++] = (short) (low | next << 8);
    low = -1;
    if (filled == samplesPerFrame) {
      short[] whole = frame;
      frame = new short[samplesPerFrame];
      filled = 0;
      frames.accept(whole);
    }
  }
}
