package parley.speech.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.speech.audio.Frames;
import parley.speech.audio.G711;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.Samples;
import parley.speech.audio.ScriptedVoice;
import parley.speech.synthesize.SpokenWords;

class SpeechGateTest {
  private static final Duration HANGOVER = Duration.ofMillis(300);
  private static final String SENTENCE = "I would like to know about my order please";

  private final SpeechGate gate = new SpeechGate(8000, HANGOVER);

  @Test
  void digitalSilenceIsNoSpeech() {
    byte[] muLawSilence = new byte[8000];
    Arrays.fill(muLawSilence, 0, 4000, (byte) 0xFF);
    Arrays.fill(muLawSilence, 4000, 8000, (byte) 0x7F);
    assertNobodySpeaks(G711.fromMuLaw(muLawSilence));
  }

  @Test
  void steadyNoiseIsNoSpeechFromTheFirstFrameOn() {
    for (double level : new double[] {-60, -50, -40, -30, -20}) {
      assertNobodySpeaks(noise(5, level));
    }
  }

  @Test
  void noiseThatBeginsLaterIsNoSpeech() {
    short[] samples = noise(6, -65);
    short[] loud = noise(3, -35);
    System.arraycopy(loud, 0, samples, 24_000, loud.length);
    assertNobodySpeaks(samples);
  }

  @Test
  void singlePopsAreNoSpeech() {
    short[] line = noise(6, -60);
    for (int at = 8000; at < line.length - 160; at += 5000) {
      Random random = new Random(at);
      for (int i = 0; i < 160; i++) {
        line[at + i] = (short) (random.nextGaussian() * 9000);
      }
    }
    assertNobodySpeaks(line);
  }

  @Test
  void keypadTonesAreNoSpeech() {
    int[] rows = {697, 770, 852, 941};
    int[] columns = {1209, 1336, 1477, 1633};
    short[] line = noise(10, -60);
    for (int key = 0; key < 16; key++) {
      for (int i = 0; i < 1200; i++) {
        double row = Math.sin(2 * Math.PI * rows[key / 4] * i / 8000);
        double column = Math.sin(2 * Math.PI * columns[key % 4] * i / 8000);
        line[4000 + key * 4000 + i] += (short) (4000 * row + 5000 * column);
      }
    }
    assertNobodySpeaks(line);
  }

  @Test
  void ringAndDialTonesAreNoSpeech() {
    short[] line = noise(6, -60);
    for (int i = 8000; i < 32_000; i++) {
      line[i] +=
          (short)
              (3000 * Math.sin(2 * Math.PI * 440 * i / 8000)
                  + 3000 * Math.sin(2 * Math.PI * 480 * i / 8000));
    }
    assertNobodySpeaks(line);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-45, -35, -25, -15})
  void quietAndLoudCallersAreHeard(double level) {
    List<Activity> heard = hear(between(noise(1, -65), at(SENTENCE, level)));
    int onset = first(heard) - 50;
    assertTrue(onset >= -1 && onset <= 6, "onset after " + onset * 20 + " ms");
    long voiced = heard.stream().filter(Activity::voice).count();
    assertTrue(voiced > 40, voiced + " frames of voice");
  }

  @Test
  void callersAreHeardOverAStreet() {
    short[] speech = at(SENTENCE, -22);
    short[] line = noise(speech.length / 8000 + 3, -38);
    for (int i = 0; i < speech.length; i++) {
      line[8000 + i] += speech[i];
    }
    List<Activity> heard = hear(line);
    int onset = first(heard) - 50;
    assertTrue(onset >= -1 && onset <= 8, "onset after " + onset * 20 + " ms");
    int last = last(heard) - (8000 + speech.length) / 160;
    assertTrue(last > -25 && last < 8, "voice ends " + last * 20 + " ms after the speech");
  }

  @Test
  void aFirstWordInTheVeryFirstFramesIsHeard() {
    int onset = first(hear(at("Agent", -25)));
    assertTrue(onset >= 0 && onset <= 6, "onset after " + onset * 20 + " ms");
  }

  @Test
  void speakingGoesOnForTheHangoverAndNoLonger() {
    List<Activity> heard = hear(between(noise(1, -65), at("yes", -25), noise(2, -65)));
    int lastVoice = last(heard);
    assertTrue(heard.get(lastVoice + 15).speaking());
    assertFalse(heard.get(lastVoice + 16).speaking());
  }

  /// Half a second of it is as plain as a tone: taken for a pause it would end the turn.
  @Test
  void hummedSyllablesWithinASentenceAreNoPause() {
    SpeechGate gate = new SpeechGate(8000, Duration.ofMillis(60));
    short[] sentence = SpokenWords.at8k("send me the receipt for yesterday").samples();
    boolean begun = false;
    int pause = 0;
    int longest = 0;
    for (short[] frame : Frames.of(new Pcm(sentence, 8000))) {
      boolean speaking = gate.hear(frame).speaking();
      if (speaking && begun) {
        longest = Math.max(longest, pause);
      }
      begun |= speaking;
      pause = speaking ? 0 : pause + 1;
    }
    assertTrue(begun);
    assertTrue(longest * 20 <= 200, "a pause of " + longest * 20 + " ms");
  }

  @Test
  void wideBandIsHeardToo() {
    SpeechGate wide = new SpeechGate(16_000, HANGOVER);
    Pcm sound = Resampler.convert(new Pcm(at(SENTENCE, -25), 8000), 16_000);
    assertTrue(Frames.of(sound).stream().map(wide::hear).filter(Activity::voice).count() > 40);
  }

  @Test
  void theScriptedVoiceOfTestsIsAVoice() {
    List<Activity> heard = ScriptedVoice.say("one two").stream().map(gate::hear).toList();
    assertTrue(heard.stream().filter(Activity::voice).count() > 20);
    List<Activity> after = ScriptedVoice.silence(30).stream().map(gate::hear).toList();
    assertFalse(after.getLast().speaking());
  }

  @Test
  void theSpeechOfAWholeMinuteIsNotLearnedAsNoise() {
    short[] sentence = between(at(SENTENCE, -25), noise(1, -60));
    List<Long> voiced = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      voiced.add(hear(sentence).stream().filter(Activity::voice).count());
    }
    assertTrue(voiced.getLast() > voiced.getFirst() * 0.8, "voiced frames " + voiced);
  }

  @Test
  void framesOfOtherLengthsAndOtherRatesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> gate.hear(new short[161]));
    assertThrows(IllegalArgumentException.class, () -> new SpeechGate(44_100, HANGOVER));
  }

  private void assertNobodySpeaks(short[] samples) {
    SpeechGate fresh = new SpeechGate(8000, HANGOVER);
    List<Activity> heard = Frames.of(new Pcm(samples, 8000)).stream().map(fresh::hear).toList();
    assertEquals(-1, first(heard), "speech in frame");
    assertTrue(heard.stream().noneMatch(Activity::speaking));
  }

  private List<Activity> hear(short[] samples) {
    return Frames.of(new Pcm(samples, 8000)).stream().map(gate::hear).toList();
  }

  private static int first(List<Activity> heard) {
    return heard.stream().map(Activity::voice).toList().indexOf(true);
  }

  private static int last(List<Activity> heard) {
    return heard.stream().map(Activity::voice).toList().lastIndexOf(true);
  }

  private static short[] at(String sentence, double level) {
    short[] speech = SpokenWords.at8k(sentence).samples().clone();
    Samples.scale(speech, Math.pow(10, (level - Samples.dbfs(speech)) / 20));
    return speech;
  }

  private static short[] noise(int seconds, double level) {
    Random random = new Random(seconds);
    short[] samples = new short[seconds * 8000];
    double deviation = 32768 * Math.pow(10, level / 20);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.clamp(Math.round(random.nextGaussian() * deviation), -32768, 32767);
    }
    return samples;
  }

  private static short[] between(short[]... parts) {
    return Samples.join(List.of(parts));
  }
}
