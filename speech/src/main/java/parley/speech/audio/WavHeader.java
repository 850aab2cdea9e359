package parley.speech.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Where the sound lies in a WAV file and how it is written. */
record WavHeader(WavFormat format, long dataAt, long frames) {
  static final String EXPECTED =
      "expected a WAV file with 8, 16, 24 or 32-bit PCM, 32-bit float, mu-law or A-law, at 4 to 192"
          + " kHz";

  /** RF64 and BW64 are for files beyond 4 GB; their data length stands in another chunk. */
  private static final Set<String> KINDS = Set.of("RIFF", "RF64", "BW64");

  private static final long UNKNOWN = 0xFFFFFFFFL;

  /// Reads the chunks before the sound.
  ///
  /// @throws WavException with one sentence when there is no sound that can be read
  static WavHeader read(Path file, FileChannel channel) throws IOException {
    return new Reading(file, channel, channel.size()).header();
  }

  static WavException bad(Path file, String found) {
    return new WavException(file + ": found " + found + "; " + EXPECTED);
  }

  /** Fills the buffer from a place in the file. */
  static void fill(Path file, FileChannel channel, ByteBuffer buffer, long at) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw bad(file, "a file that became shorter while it was read");
      }
    }
    buffer.flip();
  }

  /** One pass over the chunks of one file. */
  private record Reading(Path file, FileChannel channel, long size) {

    WavHeader header() throws IOException {
      ByteBuffer riff = bytes(0, (int) Math.min(12, size));
      if (riff.limit() < 12 || !KINDS.contains(tag(riff, 0)) || !tag(riff, 8).equals("WAVE")) {
        throw bad(file, size == 0 ? "an empty file" : "no RIFF/WAVE header");
      }
      boolean finished = (riff.getInt(4) & UNKNOWN) + 8 == size;
      WavFormat format = null;
      long at = 12;
      while (at + 8 <= size) {
        ByteBuffer head = bytes(at, 8);
        long length = head.getInt(4) & UNKNOWN;
        long left = size - at - 8;
        if (tag(head, 0).equals("fmt ")) {
          format = format(at + 8, Math.min(length, left));
        } else if (tag(head, 0).equals("data") && format != null) {
          return new WavHeader(
              format, at + 8, dataBytes(length, left, finished) / format.frameBytes());
        }
        at += 8 + length + (length & 1);
      }
      throw bad(file, format == null ? "no format chunk" : "no data chunk");
    }

    /** A writer that died, or a pipe, leaves 0 or -1: the data then runs to the file's end. */
    private static long dataBytes(long length, long left, boolean finished) {
      boolean unfilled = length == UNKNOWN || (length == 0 && !finished);
      return unfilled ? left : Math.min(length, left);
    }

    private WavFormat format(long at, long length) throws IOException {
      if (length < 16) {
        throw bad(file, "a format chunk of " + length + " bytes");
      }
      WavFormat format = WavFormat.of(bytes(at, (int) Math.min(length, 40)));
      if (!format.problem().isEmpty()) {
        throw bad(file, format.problem());
      }
      return format;
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
      fill(file, channel, buffer, at);
      return buffer;
    }

    private static String tag(ByteBuffer buffer, int at) {
      byte[] letters = new byte[4];
      buffer.get(at, letters);
      return new String(letters, StandardCharsets.US_ASCII);
    }
  }
}
