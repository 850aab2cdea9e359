package parley.server.bench;

/// A way to recognize many streams at once, under test in [StreamCapacity].
interface StreamEngine {

  /// One stream of 16-bit mono audio at 8000 Hz. Thread: the feeder's; nothing here may block.
  interface Stream extends AutoCloseable {

    void accept(short[] frame);

    /// The frame before was the utterance's last, and was due at this time. When the final words
    /// are there, the time since then goes to the meter.
    void finish(long dueNanos);

    /// May block until audio in work is done.
    @Override
    void close();
  }

  String name();

  Stream open(LagMeter meter);
}
