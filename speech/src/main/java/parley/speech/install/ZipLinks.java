package parley.speech.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.ZipException;

/// Finds symbolic links in a zip. `java.util.zip` does not tell of them, so this reads the central
/// directory (PKWARE's APPNOTE 6.3.10, 4.3.12 to 4.3.16; Unix modes in the external attributes).
final class ZipLinks {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int LARGEST_DIRECTORY = 1 << 26;

  private ZipLinks() {}

  static boolean any(Path zip) throws IOException {
    try (FileChannel file = FileChannel.open(zip)) {
      ByteBuffer directory = directory(file);
      while (directory.remaining() >= ENTRY_BYTES
          && directory.getInt(directory.position()) == ENTRY) {
        int at = directory.position();
        int mode = directory.getInt(at + 38) >>> 16;
        if ((mode & 0xf000) == 0xa000) {
          return true;
        }
        int variable =
            size(directory, at + 28) + size(directory, at + 30) + size(directory, at + 32);
        directory.position(Math.min(at + ENTRY_BYTES + variable, directory.limit()));
      }
      return false;
    }
  }

  private static ByteBuffer directory(FileChannel file) throws IOException {
    long size = file.size();
    long tailAt = Math.max(0, size - END_BYTES - LONGEST_COMMENT - LOCATOR_64_BYTES);
    ByteBuffer tail = read(file, tailAt, size - tailAt);
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        int locator = at - LOCATOR_64_BYTES;
        return locator >= 0 && tail.getInt(locator) == LOCATOR_64
            ? directory64(file, tail.getLong(locator + 8))
            : read(file, unsigned(tail, at + 16), unsigned(tail, at + 12));
      }
    }
    throw new ZipException("it has no directory");
  }

  private static ByteBuffer directory64(FileChannel file, long endAt) throws IOException {
    ByteBuffer end = read(file, endAt, 56);
    return read(file, end.getLong(48), end.getLong(40));
  }

  private static ByteBuffer read(FileChannel file, long at, long bytes) throws IOException {
    if (at < 0 || bytes < 0 || bytes > LARGEST_DIRECTORY || at > file.size() - bytes) {
      throw new ZipException("its directory is broken");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      // until it is full
    }
    return buffer.flip();
  }

  private static int size(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }

  private static long unsigned(ByteBuffer buffer, int at) {
    return Integer.toUnsignedLong(buffer.getInt(at));
  }
}
