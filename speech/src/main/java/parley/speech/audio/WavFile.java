package parley.speech.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads and writes WAV files. Reading takes any rate, mono or stereo (mixed to mono), 16-bit or
/// 8-bit PCM, mu-law or A-law, and files whose length fields were never filled in (a writer that
/// died, or a pipe): the data then ends with the file. Thread: any.
public final class WavFile {
  private static final String EXPECTED =
      "expected a WAV file with 16-bit or 8-bit PCM, mu-law or A-law, mono or stereo";

  /** Over an hour of 48 kHz stereo; memory is taken for what the file has, never for its claim. */
  private static final long MOST_BYTES = 800_000_000;

  private static final int HEADER_BYTES = 44;

  private WavFile() {}

  /// Reads a file as mono at its own rate.
  ///
  /// @throws WavException with one sentence when that is not possible
  public static Pcm read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return new Reader(file, channel).read();
    } catch (NoSuchFileException e) {
      throw new WavException(file + ": there is no such file; " + EXPECTED, e);
    } catch (IOException e) {
      throw new WavException(file + ": cannot be read (" + e.getMessage() + "); " + EXPECTED, e);
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

  /** One pass over the chunks of one file. */
  private static final class Reader {
    private final Path file;
    private final FileChannel channel;
    private final long size;

    Reader(Path file, FileChannel channel) throws IOException {
      this.file = file;
      this.channel = channel;
      this.size = channel.size();
    }

    Pcm read() throws IOException {
      ByteBuffer riff = bytes(0, (int) Math.min(12, size));
      if (riff.limit() < 12 || !tag(riff, 0).equals("RIFF") || !tag(riff, 8).equals("WAVE")) {
        throw bad("found " + (size == 0 ? "an empty file" : "no RIFF/WAVE header"));
      }
      WavFormat format = null;
      long at = 12;
      while (at + 8 <= size) {
        ByteBuffer head = bytes(at, 8);
        long length = head.getInt(4) & 0xFFFFFFFFL;
        long left = size - at - 8;
        if (tag(head, 0).equals("fmt ")) {
          format = format(at + 8, Math.min(length, left));
        } else if (tag(head, 0).equals("data") && format != null) {
          return format.decode(data(at + 8, length, left, format));
        }
        at += 8 + length + (length & 1);
      }
      throw bad(format == null ? "found no format chunk" : "found no data chunk");
    }

    private WavFormat format(long at, long length) throws IOException {
      if (length < 16) {
        throw bad("found a format chunk of " + length + " bytes");
      }
      WavFormat format = WavFormat.of(bytes(at, (int) Math.min(length, 40)));
      String problem = format.problem();
      if (!problem.isEmpty()) {
        throw bad("found " + problem);
      }
      return format;
    }

    private byte[] data(long at, long length, long left, WavFormat format) throws IOException {
      // A streaming writer leaves 0 or -1 in the length: the data then runs to the end of the file.
      long there = length == 0 ? left : Math.min(length, left);
      if (there > MOST_BYTES) {
        throw bad("found more than " + MOST_BYTES / 1_000_000 + " MB of sound");
      }
      return bytes(at, (int) (there - there % format.frameBytes())).array();
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, at + buffer.position()) < 0) {
          throw bad("found a file that became shorter while it was read");
        }
      }
      return buffer.flip();
    }

    private static String tag(ByteBuffer buffer, int at) {
      byte[] letters = new byte[4];
      buffer.get(at, letters);
      return new String(letters, StandardCharsets.US_ASCII);
    }

    private WavException bad(String found) {
      return new WavException(file + ": " + found + "; " + EXPECTED);
    }
  }
}
