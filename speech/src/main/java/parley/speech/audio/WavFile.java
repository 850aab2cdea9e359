package parley.speech.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads and writes whole WAV files; [WavReader] says which it can read, and reads long ones piece
/// by piece. Thread: any.
public final class WavFile {
  /** 13 hours at 8 kHz; memory is taken for what the file has, never for its claim. */
  private static final long MOST_SAMPLES = 400_000_000;

  private static final int HEADER_BYTES = 44;

  private WavFile() {}

  /// Reads a file as mono at its own rate.
  ///
  /// @throws WavException with one sentence when that is not possible
  public static Pcm read(Path file) {
    try (WavReader reader = WavReader.open(file)) {
      if (reader.length() > MOST_SAMPLES) {
        throw WavHeader.bad(file, "more than " + MOST_SAMPLES / 1_000_000 + " million samples");
      }
      short[] samples = new short[(int) reader.length()];
      int filled = 0;
      while (filled < samples.length) {
        short[] piece = reader.next();
        System.arraycopy(piece, 0, samples, filled, piece.length);
        filled += piece.length;
      }
      return new Pcm(samples, reader.sampleRateHz());
    }
  }

  /// Writes 16-bit mono PCM.
  public static void write(Path file, Pcm sound) {
    int bytes = sound.samples().length * 2;
    ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + bytes).put(ascii("WAVE"));
    wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    wav.putInt(sound.sampleRateHz()).putInt(sound.sampleRateHz() * 2);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put(ascii("data")).putInt(bytes);
    wav.asShortBuffer().put(sound.samples());
    try {
      Files.write(file, wav.array());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
