package parley.server.calls;

import java.nio.file.Path;
import java.time.Duration;
import parley.gateway.phone.Voicing;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;

/// A sound file, looked at by time.
final class Recorded {
  private final short[] samples;

  Recorded(short[] samples) {
    this.samples = samples;
  }

  static Recorded read(Path file) {
    Await.until(
        "there is a recording at " + file,
        Duration.ofSeconds(5),
        () -> file.toFile().length() > 44);
    Pcm sound = WavFile.read(file);
    return new Recorded(Resampler.convert(sound, Voicing.SAMPLE_RATE_HZ).samples());
  }

  long lengthMs() {
    return samples.length * 1000L / Voicing.SAMPLE_RATE_HZ;
  }

  /// The end of the last voiced frame; 0 when there is none.
  long lastVoicedMs() {
    long last = 0;
    for (int at = 0; at + Voicing.FRAME_SAMPLES <= samples.length; at += Voicing.FRAME_SAMPLES) {
      last = Voicing.voiced(samples, at) ? (at + Voicing.FRAME_SAMPLES) / 8 : last;
    }
    return last;
  }

  /// The share of voiced frames between two times, 0 to 1.
  double voicedShare(long fromMs, long toMs) {
    int frames = 0;
    int voiced = 0;
    int end = (int) Math.min(samples.length, toMs * 8) - Voicing.FRAME_SAMPLES;
    for (int at = (int) Math.max(0, fromMs * 8); at < end; at += Voicing.FRAME_SAMPLES) {
      frames++;
      voiced += Voicing.voiced(samples, at) ? 1 : 0;
    }
    return frames == 0 ? 0 : (double) voiced / frames;
  }
}
