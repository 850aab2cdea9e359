package parley.speech.gate;

import parley.speech.audio.Frames;
import parley.speech.audio.Samples;

/// Hears the tone after which an answering machine records: one steady pitch, loud, for a moment.
/// Keypad tones have two pitches; a hum and a mains buzz lie lower; a ringing tone lasts longer.
///
/// No clock and no thread of its own: time is the number of frames. Thread: one owner.
public final class RecordTone {

  /** Nothing softer is meant to be heard by people. */
  private static final double QUIETEST_DBFS = -42;

  /** A voice's vowel stays below this, with its overtones. */
  private static final double CONCENTRATED = 0.9;

  private static final double LOWEST_HZ = 350;

  /** Bins on each side that belong to the peak through the Hann window. */
  private static final int SKIRT = 2;

  private static final int SHORTEST_FRAMES = 120 / (int) Frames.MILLIS;
  private static final int LONGEST_FRAMES = 2_500 / (int) Frames.MILLIS;

  /** Ringing tones of the world: 400 to 450 Hz for 800 ms or more, where machines beep shorter. */
  private static final double RINGING_LOWEST_HZ = 395;

  private static final double RINGING_HIGHEST_HZ = 455;
  private static final int RINGING_FRAMES = 780 / (int) Frames.MILLIS;

  private final Spectrum spectrum;
  private int peak = -1;
  private int frames;

  /// @param sampleRateHz 8000 or 16000
  public RecordTone(int sampleRateHz) {
    this.spectrum = new Spectrum(sampleRateHz);
  }

  /// Hears the next 20 ms.
  ///
  /// @return true in the frame with which such a tone is over
  public boolean over(short[] frame) {
    double[] power = spectrum.of(frame);
    int found = Samples.dbfs(frame) > QUIETEST_DBFS ? tone(power) : -1;
    if (found >= 0 && (peak < 0 || Math.abs(found - peak) <= 1)) {
      peak = found;
      frames++;
      return false;
    }
    boolean over = frames >= SHORTEST_FRAMES && frames <= LONGEST_FRAMES && !isRinging();
    peak = found;
    frames = found < 0 ? 0 : 1;
    return over;
  }

  private boolean isRinging() {
    return frames >= RINGING_FRAMES
        && peak >= spectrum.bin(RINGING_LOWEST_HZ) - 1
        && peak <= spectrum.bin(RINGING_HIGHEST_HZ) + 1;
  }

  /** The bin of the one pitch; -1 when there is none. */
  private int tone(double[] power) {
    int best = 0;
    double total = 0;
    for (int bin = 0; bin < power.length; bin++) {
      total += power[bin];
      best = power[bin] > power[best] ? bin : best;
    }
    double around = 0;
    for (int bin = Math.max(0, best - SKIRT); bin <= best + SKIRT && bin < power.length; bin++) {
      around += power[bin];
    }
    return best >= spectrum.bin(LOWEST_HZ) && around > CONCENTRATED * total ? best : -1;
  }
}
