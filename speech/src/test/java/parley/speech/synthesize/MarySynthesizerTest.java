package parley.speech.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.config.Settings;
import parley.speech.audio.Pcm;
import parley.speech.audio.Samples;

/// The real voice.
class MarySynthesizerTest extends SynthesizerContract {
  private static MarySynthesizer voice;

  @BeforeAll
  static void start() {
    voice = new MarySynthesizer(8000, settings(Duration.ofSeconds(60)));
  }

  @AfterAll
  static void stop() {
    voice.close();
    voice.close();
  }

  @Override
  Synthesizer synthesizer() {
    return voice;
  }

  @Test
  void soundBeginsAtOnceAndEndsSoon() {
    short[] sound = voice.speak("en", "Hello.").join().samples();
    assertTrue(Samples.trimmed(sound, 0, 0).length > sound.length - 1700);
    double level = Samples.dbfs(sound);
    assertTrue(level > -27 && level < -18, "level " + level);
  }

  @Test
  void manySentencesAtOnceAreAllSpokenTheSameAsAlone() {
    List<Integer> alone = new ArrayList<>();
    List<CompletableFuture<Pcm>> together = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      alone.add(voice.speak("en", "The number is " + i + " today.").join().samples().length);
    }
    for (int i = 0; i < 10; i++) {
      together.add(voice.speak("en", "The number is " + i + " today."));
    }
    for (int i = 0; i < 10; i++) {
      assertEquals(alone.get(i), together.get(i).join().samples().length, 1200, "sentence " + i);
    }
  }

  @Test
  void aSentenceOnWhichTheVoiceBreaksDownIsSpokenAllTheSame() {
    for (String sentence : List.of("I have a new number.", "Are you a real human being?")) {
      Pcm sound = voice.speak("en", sentence).join();
      assertTrue(sound.duration().toMillis() > 1_000, sound.duration().toString());
      assertTrue(Samples.dbfs(sound.samples()) > -30);
    }
  }

  @Test
  void longSentencesAreWhole() {
    // readAllBytes of MaryTTS's stream would end after 0.17 s.
    Pcm sound =
        voice
            .speak("en", "Please have your order number ready, because the next agent will ask.")
            .join();
    assertTrue(sound.duration().compareTo(Duration.ofSeconds(3)) > 0, sound.duration().toString());
  }

  @Test
  void noThreadIsLeftBehind() {
    voice.speak("en", "Warm up.").join();
    int before = Thread.activeCount();
    for (int i = 0; i < 10; i++) {
      voice.speak("en", "Sentence " + i + ".").join();
    }
    assertTrue(Thread.activeCount() <= before + 2);
  }

  @Test
  void aSentenceThatTakesTooLongFailsWithoutItsText() {
    try (MarySynthesizer hasty = new MarySynthesizer(8000, settings(Duration.ofMillis(1)))) {
      CompletionException failure =
          assertThrows(
              CompletionException.class,
              () -> hasty.speak("en", "The secret word is swordfish, do not tell.").join());
      assertInstanceOf(SynthesisException.class, failure.getCause());
      assertEquals("A sentence was not spoken within 1 ms", failure.getCause().getMessage());
    }
    assertTrue(voice.speak("en", "Still here.").join().duration().toMillis() > 300);
  }

  @Test
  void aClosedVoiceFails() {
    MarySynthesizer gone = new MarySynthesizer(8000, settings(Duration.ofSeconds(5)));
    gone.close();
    assertThrows(CompletionException.class, () -> gone.speak("en", "Hello.").join());
  }

  private static Settings.Speech settings(Duration timeout) {
    return new Settings.Speech("auto", 2, 2, timeout, Duration.ofSeconds(5), true);
  }
}
