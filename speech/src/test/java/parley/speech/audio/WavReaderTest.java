package parley.speech.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavReaderTest {
  private static final int RATE_HZ = 8000;
  private static final int HEADER_BYTES = 44;
  private static final long THREE_HOURS = 3L * 3600 * RATE_HZ;

  @TempDir private Path folder;

  /// A file with a hole in it takes no disk: its header, three hours of nothing, one loud sample.
  private Path threeHours() throws IOException {
    Path file = folder.resolve("long.wav");
    WavFile.write(file, Pcm.empty(RATE_HZ));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}), HEADER_BYTES - 4);
      channel.write(ByteBuffer.wrap(new byte[] {0, 64}), HEADER_BYTES + THREE_HOURS * 2 - 2);
    }
    return file;
  }

  @Test
  void hoursOfSoundComeInSmallPieces() throws IOException {
    try (WavReader reader = WavReader.open(threeHours())) {
      assertEquals(THREE_HOURS, reader.length());
      long samples = 0;
      short last = 0;
      for (short[] piece = reader.next(); piece.length > 0; piece = reader.next()) {
        assertTrue(piece.length <= WavReader.PIECE_SAMPLES);
        samples += piece.length;
        last = piece[piece.length - 1];
      }
      assertEquals(THREE_HOURS, samples);
      assertEquals(0x4000, last);
      assertEquals(0, reader.next().length);
    }
  }

  @Test
  void framesAreThoseOfTheWholeSoundAtTheOtherRate() {
    short[] samples = new short[44_100];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (10_000 * Math.sin(i / 9.0));
    }
    Pcm sound = new Pcm(samples, 44_100);
    Path file = folder.resolve("tone.wav");
    WavFile.write(file, sound);
    List<short[]> frames = frames(file);
    List<short[]> expected = Frames.of(Resampler.convert(sound, RATE_HZ));
    assertEquals(50, frames.size());
    assertEquals(160, frames.getFirst().length);
    assertArrayEquals(Samples.join(expected), Samples.join(frames));
  }

  @Test
  void nothingHasNoFrames() {
    Path file = folder.resolve("nothing.wav");
    WavFile.write(file, Pcm.empty(16_000));
    assertEquals(List.of(), frames(file));
  }

  @Test
  void aFileThatIsCutShortMeanwhileIsOneSentence() throws IOException {
    Path file = folder.resolve("cut.wav");
    WavFile.write(file, new Pcm(new short[20_000], RATE_HZ));
    try (WavReader reader = WavReader.open(file)) {
      assertEquals(WavReader.PIECE_SAMPLES, reader.next().length);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(1000);
      }
      String message = String.valueOf(assertThrows(WavException.class, reader::next).getMessage());
      assertTrue(message.contains("became shorter"), message);
    }
  }

  private static List<short[]> frames(Path file) {
    try (WavFrames frames = WavFrames.open(file, RATE_HZ)) {
      List<short[]> all = new ArrayList<>();
      for (Optional<short[]> next = frames.next(); next.isPresent(); next = frames.next()) {
        all.add(next.get());
      }
      return all;
    }
  }
}
