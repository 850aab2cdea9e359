package parley.gateway.asterisk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Music on hold where nobody has put any: slow, quiet chords, made here, so that no licence is
/// needed. Any 8 kHz mono WAV files in the folder replace it.
final class HoldMusic {

  private static final int SAMPLE_RATE_HZ = 8000;
  private static final double CHORD_SECONDS = 4;
  private static final double LEVEL = 0.07;

  /// C, A minor, F, G, in Hz; the highest partial stays far below the telephone band's end.
  private static final double[][] CHORDS = {
    {261.63, 329.63, 392.00},
    {220.00, 261.63, 329.63},
    {174.61, 261.63, 349.23},
    {196.00, 246.94, 392.00}
  };

  private HoldMusic() {}

  static void ensure(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        return;
      }
      byte[] samples = samples();
      AudioFormat format = new AudioFormat(SAMPLE_RATE_HZ, 16, 1, true, false);
      try (AudioInputStream audio =
          new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
        AudioSystem.write(audio, AudioFileFormat.Type.WAVE, folder.resolve("parley.wav").toFile());
      }
    } catch (IOException failed) {
      throw new AsteriskException(
          "The music on hold cannot be written to %s (%s); Parley's user has to own it."
              .formatted(folder, failed.getMessage()),
          failed);
    }
  }

  /// 16-bit little-endian mono. Each note swells and fades, so that the loop has no click.
  private static byte[] samples() {
    int perChord = (int) (CHORD_SECONDS * SAMPLE_RATE_HZ);
    byte[] bytes = new byte[CHORDS.length * perChord * 2];
    for (int index = 0; index < bytes.length / 2; index++) {
      double[] chord = CHORDS[index / perChord];
      double place = (double) (index % perChord) / perChord;
      double swell = Math.pow(Math.sin(Math.PI * place), 2);
      double sum = 0;
      for (double frequency : chord) {
        double angle = 2 * Math.PI * frequency * index / SAMPLE_RATE_HZ;
        sum += Math.sin(angle) + 0.3 * Math.sin(2 * angle);
      }
      short sample = (short) (sum * swell * LEVEL * Short.MAX_VALUE);
      bytes[2 * index] = (byte) sample;
      bytes[2 * index + 1] = (byte) (sample >> 8);
    }
    return bytes;
  }
}
