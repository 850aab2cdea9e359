package parley.speech.synthesize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.Samples;
import parley.speech.audio.ScriptedVoice;

/// A [Synthesizer] for tests: speaks with [ScriptedVoice], so that `FakeRecognizers` understands
/// it, at once or when the test says so.
public final class FakeSynthesizer implements Synthesizer {

  private record Held(CompletableFuture<Pcm> sound, Pcm made) {}

  private final int sampleRateHz;
  private final List<String> sentences = new ArrayList<>();
  private final ArrayDeque<Held> held = new ArrayDeque<>();
  private boolean holding;
  private int failures;
  private boolean closed;

  public FakeSynthesizer(int sampleRateHz) {
    this.sampleRateHz = sampleRateHz;
  }

  @Override
  public boolean speaks(String language) {
    return language.equals("en");
  }

  @Override
  public synchronized CompletableFuture<Pcm> speak(String language, String sentence, Pace pace) {
    sentences.add(sentence);
    if (closed || !speaks(language) || failures > 0) {
      failures = Math.max(0, failures - 1);
      return CompletableFuture.failedFuture(new SynthesisException("The fake voice is silent"));
    }
    Pcm made = pace == Pace.SLOW ? longer(made(sentence)) : made(sentence);
    if (!holding) {
      return CompletableFuture.completedFuture(made);
    }
    CompletableFuture<Pcm> sound = new CompletableFuture<>();
    held.add(new Held(sound, made));
    return sound;
  }

  /// What it was asked to say, in order.
  public synchronized List<String> sentences() {
    return List.copyOf(sentences);
  }

  /// The next so many sentences fail.
  public synchronized void failNext(int count) {
    failures = count;
  }

  /// From now on sentences are not ready before [#release].
  public synchronized void hold() {
    holding = true;
  }

  /// Gives all held sentences and holds no more.
  public void release() {
    List<Held> ready;
    synchronized (this) {
      holding = false;
      ready = List.copyOf(held);
      held.clear();
    }
    ready.forEach(h -> h.sound().complete(h.made()));
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private static Pcm longer(Pcm made) {
    return new Pcm(
        Arrays.copyOf(made.samples(), made.samples().length * 4 / 3), made.sampleRateHz());
  }

  private Pcm made(String sentence) {
    String words = SpokenText.of(sentence).replaceAll("[^\\p{L}' ]", " ").strip();
    if (words.isEmpty()) {
      return Pcm.empty(sampleRateHz);
    }
    Pcm voice = new Pcm(Samples.join(ScriptedVoice.say(words)), ScriptedVoice.SAMPLE_RATE_HZ);
    return Resampler.convert(voice, sampleRateHz);
  }
}
