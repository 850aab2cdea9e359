package parley.gateway.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.speech.audio.Pcm;
import parley.speech.synthesize.Pace;
import parley.speech.synthesize.SynthesisException;
import parley.speech.synthesize.Synthesizer;

/// Speaks each word for 300 ms, or 600 where that is to be slow, at once.
final class WordLongVoice implements Synthesizer {

  /// Every sentence that it was asked for, as `en: hello`.
  final List<String> spoken = new ArrayList<>();

  boolean broken;
  boolean neverReady;

  @Override
  public boolean speaks(String language) {
    return true;
  }

  @Override
  public CompletableFuture<Pcm> speak(String language, String sentence, Pace pace) {
    spoken.add(language + ": " + sentence);
    if (broken) {
      return CompletableFuture.failedFuture(new SynthesisException("no voice today"));
    }
    if (neverReady) {
      return new CompletableFuture<>();
    }
    int words = sentence.split(" ").length;
    int ms = words * (pace == Pace.SLOW ? 2 : 1) * CallHarness.MS_A_WORD;
    return CompletableFuture.completedFuture(
        new Pcm(new short[ms * CallHarness.RATE / 1000], CallHarness.RATE));
  }

  @Override
  public void close() {}
}
