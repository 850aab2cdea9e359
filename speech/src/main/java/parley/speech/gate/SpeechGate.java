package parley.speech.gate;

import java.time.Duration;
import parley.speech.audio.Frames;
import parley.speech.audio.Samples;

/// Says of each frame of a call whether someone is speaking. A voice is what stands out from the
/// line's noise in some band of the telephone's range *and* repeats itself at a voice's pitch
/// (consonants count once a vowel was heard); so hiss, clicks, comfort noise and keypad tones are
/// none. A voice is confirmed after 40 to 80 ms. Its own timing (hangover) is for those who want a
/// simple answer; turn-taking uses [Activity#voice] and does its own.
///
/// No clock and no thread of its own: time is the number of frames. Thread: one owner.
public final class SpeechGate {

  /** Band edges in Hz; a voice shows in two of them at least. */
  private static final double[] EDGES = {150, 350, 650, 1100, 1800, 2700, 3700};

  private static final int BANDS = EDGES.length - 1;

  /** Below this nothing is a voice, however silent the line is. */
  private static final double QUIETEST_DBFS = -58;

  /** Below this nothing can be understood. */
  private static final double FAINTEST_DBFS = -68;

  private static final double PERIODIC = 0.45;
  private static final double STANDS_OUT_DB = 9;
  private static final double STANDS_OUT_CLEARLY_DB = 14;

  /** Single frames of a steady noise rarely do so. */
  private static final double SOUND_DB = 8;

  /** Once speaking, weaker sounds are part of it if they also exceed the noise as a whole. */
  private static final double GOES_ON_DB = 6;

  private static final double OVERALL_DB = 3.5;

  private static final int CONFIRMED = 4;

  /** A pause of more than 300 ms ends a voice: the next one must be confirmed again. */
  private static final int LONGEST_GAP = 15;

  /** Nobody hisses that long within speech: without a pitch for 300 ms it is noise. */
  private static final int LONGEST_UNVOICED = 15;

  /** Between two sounds of one murmur. */
  private static final int LONGEST_BREAK = 3;

  /** A hummed or hissed syllable between two vowels is part of the voice before it. */
  private static final int LONGEST_MURMUR = 30;

  private final int frameSamples;
  private final int hangoverFrames;
  private final Spectrum spectrum;
  private final Periodicity periodicity;
  private final NoiseFloor floor = new NoiseFloor(BANDS);
  private final double[] bandsDb = new double[BANDS];

  private int evidence;
  private int sinceVoice = Integer.MAX_VALUE / 2;
  private int sincePitch = Integer.MAX_VALUE / 2;
  private int sinceSpeaking = Integer.MAX_VALUE / 2;

  /// A gate for one call.
  ///
  /// @param sampleRateHz 8000 or 16000
  /// @param hangover how long [Activity#speaking] stays true after the last voice
  public SpeechGate(int sampleRateHz, Duration hangover) {
    if (sampleRateHz != 8000 && sampleRateHz != 16_000) {
      throw new IllegalArgumentException(
          "The speech gate hears 8000 or 16000 Hz, not " + sampleRateHz);
    }
    this.frameSamples = Frames.samplesPerFrame(sampleRateHz);
    this.hangoverFrames = (int) (hangover.toMillis() / Frames.MILLIS);
    this.spectrum = new Spectrum(sampleRateHz);
    this.periodicity = new Periodicity(sampleRateHz);
  }

  /// Hears the next 20 ms.
  public Activity hear(short[] frame) {
    if (frame.length != frameSamples) {
      throw new IllegalArgumentException(
          "A frame is " + frameSamples + " samples, not " + frame.length);
    }
    double level = Samples.dbfs(frame);
    double[] power = spectrum.of(frame);
    double standsOut = standsOut(power);
    boolean tone = Tones.isTone(power);
    boolean pitch = periodicity.of(frame) > PERIODIC && !tone;
    boolean loud = level > QUIETEST_DBFS && !tone;
    weigh(loud ? standsOut : 0, pitch);
    boolean voice = goesOn() && loud && standsOut > GOES_ON_DB && overallDb() > OVERALL_DB;
    sinceVoice = voice ? 0 : sinceVoice + 1;
    if (!tone) {
      // A voice not yet confirmed is not learned either; sounds without pitch are.
      floor.learn(bandsDb, goesOn() || (evidence > 0 && sincePitch < CONFIRMED));
    }
    boolean sound = voice || (level > FAINTEST_DBFS && standsOut > SOUND_DB);
    boolean murmur = sound && sinceVoice <= LONGEST_MURMUR && sinceSpeaking <= LONGEST_BREAK;
    sinceSpeaking = voice || murmur ? 0 : sinceSpeaking + 1;
    return new Activity(voice, sinceSpeaking <= hangoverFrames, sound, level);
  }

  /** Whether a voice was confirmed and no pause or long hiss has ended it since. */
  private boolean goesOn() {
    return evidence == CONFIRMED || (sinceVoice <= LONGEST_GAP && sincePitch <= LONGEST_UNVOICED);
  }

  /** How far the two bands that stand out most do so, in dB. */
  private double standsOut(double[] power) {
    double best = 0;
    double second = 0;
    for (int band = 0; band < BANDS; band++) {
      double sum = 1e-10;
      for (int i = spectrum.bin(EDGES[band]); i < spectrum.bin(EDGES[band + 1]); i++) {
        sum += power[i];
      }
      bandsDb[band] = 10 * Math.log10(sum);
      double over = bandsDb[band] - floor.of(band);
      if (over > best) {
        second = best;
        best = over;
      } else {
        second = Math.max(second, over);
      }
    }
    return (best + second) / 2;
  }

  /** How far all bands together exceed the noise, in dB. */
  private double overallDb() {
    double sound = 0;
    double noise = 0;
    for (int band = 0; band < BANDS; band++) {
      sound += Math.pow(10, bandsDb[band] / 10);
      noise += Math.pow(10, floor.of(band) / 10);
    }
    return 10 * Math.log10(sound / noise);
  }

  /** Evidence for a voice: sounds without pitch alone never confirm one. */
  private void weigh(double standsOut, boolean pitch) {
    if (standsOut > STANDS_OUT_CLEARLY_DB && pitch) {
      evidence = Math.min(CONFIRMED, evidence + 2);
    } else if (standsOut > STANDS_OUT_DB && pitch) {
      evidence = Math.min(CONFIRMED, evidence + 1);
    } else if (standsOut > STANDS_OUT_DB) {
      evidence = Math.min(CONFIRMED - 2, evidence + 1);
    } else {
      evidence = Math.max(0, evidence - 1);
    }
    sincePitch = pitch && standsOut > GOES_ON_DB ? 0 : sincePitch + 1;
  }
}
