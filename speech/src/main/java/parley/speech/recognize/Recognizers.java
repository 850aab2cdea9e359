package parley.speech.recognize;

/// Opens streams on the speech models of this process, one shared model a language. Thread: any.
public interface Recognizers extends AutoCloseable {

  /// Whether words of this language (ISO 639-1 code) can be recognized.
  boolean hears(String language);

  /// Opens a stream for 16-bit mono audio at `sampleRateHz` (8000 or 16000).
  RecognizerStream open(
      String language, int sampleRateHz, Vocabulary vocabulary, RecognizerStream.Listener listener);

  /// Streams that are open now: zero when no call is up.
  int openStreams();

  @Override
  void close();
}
