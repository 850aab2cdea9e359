package parley.speech.synthesize;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.config.Settings;
import parley.speech.audio.Pcm;

/// Sentences by the real voice for tests, each made once a test run.
public final class SpokenWords {
  private static final Map<String, Pcm> MADE = new ConcurrentHashMap<>();

  private SpokenWords() {}

  /// A sentence at 8000 Hz.
  public static Pcm at8k(String sentence) {
    return MADE.computeIfAbsent(sentence, text -> make(text, 8000));
  }

  /// A sentence at 16000 Hz.
  public static Pcm at16k(String sentence) {
    return make(sentence, 16_000);
  }

  private static Pcm make(String sentence, int sampleRateHz) {
    Settings.Speech settings =
        new Settings.Speech("auto", 1, 1, Duration.ofSeconds(60), Duration.ofSeconds(5), true);
    try (MarySynthesizer voice = new MarySynthesizer(sampleRateHz, settings)) {
      return voice.speak("en", sentence).join();
    }
  }
}
