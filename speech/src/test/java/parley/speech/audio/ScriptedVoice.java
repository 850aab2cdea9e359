package parley.speech.audio;

import java.util.ArrayList;
import java.util.List;

/// A caller made of sound: audio that the speech gate takes for a voice and that carries its words
/// inside, so that `FakeRecognizers` hears exactly them. 8000 Hz; a word takes 300 ms and is heard
/// at its end. For tests of this and other modules.
public final class ScriptedVoice {
  public static final int SAMPLE_RATE_HZ = 8000;
  public static final int FRAMES_PER_WORD = 15;

  private static final int FRAME = Frames.samplesPerFrame(SAMPLE_RATE_HZ);
  private static final short MARK = 12_345;
  private static final int PITCH_SAMPLES = SAMPLE_RATE_HZ / 125;

  private ScriptedVoice() {}

  /// Frames of 20 ms that say these words.
  public static List<short[]> say(String words) {
    List<short[]> frames = new ArrayList<>();
    for (String word : words.strip().split("\\s+")) {
      for (int i = 0; i < FRAMES_PER_WORD; i++) {
        frames.add(voiced(frames.size()));
      }
      mark(frames.getLast(), word);
    }
    return frames;
  }

  /// Frames of a quiet line.
  public static List<short[]> silence(int frames) {
    List<short[]> quiet = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      quiet.add(new short[FRAME]);
    }
    return quiet;
  }

  /// The word that ends in this frame; empty when none does.
  public static String wordIn(short[] frame) {
    if (frame.length != FRAME || frame[0] != MARK || frame[1] != -MARK) {
      return "";
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < frame[2]; i++) {
      word.append((char) frame[3 + i]);
    }
    return word.toString();
  }

  private static void mark(short[] frame, String word) {
    frame[0] = MARK;
    frame[1] = -MARK;
    frame[2] = (short) Math.min(word.length(), FRAME - 3);
    for (int i = 0; i < frame[2]; i++) {
      frame[3 + i] = (short) word.charAt(i);
    }
  }

  /** Harmonics of a pitch of 125 Hz, strongest at 500 and 1500 Hz. */
  private static short[] voiced(int number) {
    short[] frame = new short[FRAME];
    for (int i = 0; i < FRAME; i++) {
      double phase = 2 * Math.PI * (number * FRAME + i) / PITCH_SAMPLES;
      double sum = 0;
      for (int harmonic = 1; harmonic <= 24; harmonic++) {
        double strength = 1.0 / (1 + Math.abs(harmonic - 4)) + 0.6 / (1 + Math.abs(harmonic - 12));
        sum += strength * Math.cos(harmonic * phase + harmonic);
      }
      frame[i] = (short) (1500 * sum);
    }
    return frame;
  }
}
