package parley.speech.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a WAV file piece by piece, so that hours of sound take no more memory than seconds: any
/// rate from 4 to 192 kHz, any number of channels (mixed to mono), PCM of 8, 16, 24 or 32 bits,
/// 32-bit float, mu-law or A-law. A file whose length fields were never filled in, or promise more
/// than there is, ends with the file. Thread: one owner.
public final class WavReader implements AutoCloseable {

  /// The most samples of one piece.
  public static final int PIECE_SAMPLES = 8192;

  private final Path file;
  private final FileChannel channel;
  private final WavHeader header;
  private final ByteBuffer buffer;
  private long passed;

  private WavReader(Path file, FileChannel channel, WavHeader header) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.buffer =
        ByteBuffer.allocate(PIECE_SAMPLES * header.format().frameBytes())
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Opens a file and reads its header.
  ///
  /// @throws WavException with one sentence when it holds no sound that can be read
  public static WavReader open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file);
      try {
        return new WavReader(file, channel, WavHeader.read(file, channel));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new WavException(file + ": there is no such file; " + WavHeader.EXPECTED, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  public int sampleRateHz() {
    return header.format().sampleRateHz();
  }

  /// How many samples the whole file has.
  public long length() {
    return header.frames();
  }

  /// The next samples, at most [#PIECE_SAMPLES]; none at the end.
  ///
  /// @throws WavException when the file cannot be read any further
  public short[] next() {
    int frames = (int) Math.min(PIECE_SAMPLES, header.frames() - passed);
    int frameBytes = header.format().frameBytes();
    buffer.clear().limit(frames * frameBytes);
    try {
      WavHeader.fill(file, channel, buffer, header.dataAt() + passed * frameBytes);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    passed += frames;
    return header.format().mono(buffer);
  }

  private static WavException unreadable(Path file, IOException e) {
    return new WavException(
        file + ": cannot be read (" + e.getMessage() + "); " + WavHeader.EXPECTED, e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
