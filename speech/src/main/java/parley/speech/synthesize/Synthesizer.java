package parley.speech.synthesize;

import java.util.concurrent.CompletableFuture;
import parley.speech.audio.Pcm;

/// Words to audio. Thread: any; the work is done on the voice's own threads.
public interface Synthesizer extends AutoCloseable {

  /// Whether this language (ISO 639-1 code) can be spoken.
  boolean speaks(String language);

  /// Speaks one sentence at the sample rate that the synthesizer was made for. Fails with a
  /// [SynthesisException] when the words could not be spoken in time; it may be asked again.
  /// Cancelling is allowed and loses nothing.
  CompletableFuture<Pcm> speak(String language, String sentence, Pace pace);

  /// The same at the usual pace.
  default CompletableFuture<Pcm> speak(String language, String sentence) {
    return speak(language, sentence, Pace.USUAL);
  }

  @Override
  void close();
}
