package parley.gateway.media;

import java.util.List;

/// The audio line between one call and Parley: 16-bit mono frames of 20 ms both ways. Port: one
/// implementation a way of carrying audio.
///
/// Thread: one owner (the call's thread) calls everything here. The listener is called on the
/// connection's thread and must only hand over.
public interface MediaLink extends AutoCloseable {

  /// What comes from the other side; see the class for its thread.
  interface Listener {

    /// 20 ms of the caller's audio; the array is the listener's.
    void audio(short[] frame);

    /// Everything played before this mark has left towards the caller.
    void markReached(String mark);

    /// The line is broken or was closed by the other side. Told once, and not after [#close].
    void ended(String why);
  }

  /// A place in played audio.
  ///
  /// @param afterSamples how many samples of the audio come before it
  record Mark(int afterSamples, String name) {}

  /// Plays audio after what is already waiting. Marks are in rising order. At most 20 s may wait;
  /// more is refused with an [IllegalStateException], because Asterisk would drop it silently.
  void play(short[] audio, List<Mark> marks);

  /// Holds playback where it is.
  void pause();

  /// Goes on where playback was held.
  void resume();

  /// Throws away what is waiting, its marks too; ends a pause.
  void flush();

  /// Ends the line. Idempotent.
  @Override
  void close();
}
