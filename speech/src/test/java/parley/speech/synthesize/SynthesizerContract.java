package parley.speech.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import parley.speech.audio.Pcm;
import parley.speech.audio.Samples;

/// What every implementation of [Synthesizer] does, made for 8000 Hz.
abstract class SynthesizerContract {

  abstract Synthesizer synthesizer();

  @Test
  void aSentenceBecomesSound() {
    Pcm sound = synthesizer().speak("en", "Your order will arrive tomorrow.").join();
    assertEquals(8000, sound.sampleRateHz());
    assertTrue(sound.duration().toMillis() > 800, sound.duration().toString());
    assertTrue(Samples.dbfs(sound.samples()) > -35);
  }

  @Test
  void longerSentencesTakeLonger() {
    Pcm brief = synthesizer().speak("en", "Yes.").join();
    Pcm wordy = synthesizer().speak("en", "Yes, we are open from nine to five every day.").join();
    assertTrue(wordy.duration().compareTo(brief.duration()) > 0);
  }

  @Test
  void slowWordsTakeLongerAndTheUsualOnesAreAsBefore() {
    String sentence = "Your order will arrive tomorrow between nine and five.";
    int usual = synthesizer().speak("en", sentence).join().samples().length;
    int slow = synthesizer().speak("en", sentence, Pace.SLOW).join().samples().length;
    double longer = (double) slow / usual;
    assertTrue(longer > 1.2 && longer < 1.5, "slow words take " + longer + " of the time");
    assertEquals(usual, synthesizer().speak("en", sentence).join().samples().length, 1200);
  }

  @Test
  void whatCannotBeSaidIsNoSound() {
    for (String nothing : new String[] {"", "  ", "...", "😀", "你好"}) {
      assertTrue(synthesizer().speak("en", nothing).join().isEmpty());
    }
  }

  @Test
  void anotherLanguageFails() {
    assertTrue(synthesizer().speaks("en"));
    assertFalse(synthesizer().speaks("tlh"));
    CompletionException failure =
        assertThrows(CompletionException.class, () -> synthesizer().speak("tlh", "nuqneH").join());
    assertInstanceOf(SynthesisException.class, failure.getCause());
    assertFalse(String.valueOf(failure.getMessage()).contains("nuqneH"));
  }

  @Test
  void cancellingLosesNothing() {
    for (int i = 0; i < 5; i++) {
      synthesizer().speak("en", "This sentence number " + i + " is not wanted.").cancel(true);
    }
    assertFalse(synthesizer().speak("en", "This one is.").join().isEmpty());
  }
}
