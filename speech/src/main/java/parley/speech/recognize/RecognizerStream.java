package parley.speech.recognize;

/// One caller's stream of audio into a recognizer: words come back on the listener while the caller
/// speaks.
///
/// Thread: one owner calls everything here; nothing blocks. The listener is called on a recognizer
/// thread and must only hand over. An *utterance* runs from one [#finish] (or [#restart]) to the
/// next and has a number, starting at 1, so that a late result is known as late.
public interface RecognizerStream extends AutoCloseable {

  /// Results of a stream; see the class for its thread.
  interface Listener {

    /// The words so far; called when they changed.
    void partial(long utterance, Transcript words);

    /// The words of the utterance that [#finish] ended; empty when there were none.
    void finished(long utterance, Transcript words);

    /// The recognizer broke; nothing more comes from this stream.
    void failed(RuntimeException why);
  }

  /// The number of the utterance that audio goes to now.
  long utterance();

  /// Takes 20 ms of 16-bit mono audio at the rate the stream was opened with; the array is not
  /// written to afterwards. When the recognizer lags by more than its limit the oldest waiting
  /// audio is dropped and counted.
  void accept(short[] frame);

  /// Ends the utterance: its final words will be told, and a new utterance begins with the
  /// vocabulary given.
  void finish(Vocabulary next);

  /// Forgets the utterance without a result and begins a new one with the vocabulary given.
  void restart(Vocabulary next);

  /// Frees the native recognizer once audio in work is done. Idempotent; nothing is told
  /// afterwards.
  @Override
  void close();
}
