package parley.speech.recognize;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The bytes of a graph's file, read one value after the other: little-endian, unaligned. Past the
/// end every read throws [IndexOutOfBoundsException]. Thread: one.
final class GraphBytes {
  private static final int LONGEST_NAME = 10_000;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment memory;
  private long at;

  GraphBytes(MemorySegment memory) {
    this.memory = memory;
  }

  /// A number of things of at least so many bytes each, which must fit into the rest.
  long count(long count, int bytesEach) throws IOException {
    if (count < 0 || count > (memory.byteSize() - at) / bytesEach) {
      throw new IOException("it ends within its tables");
    }
    return count;
  }

  int octet() {
    return memory.get(ValueLayout.JAVA_BYTE, at++);
  }

  int integer() {
    int value = memory.get(INT, at);
    at += 4;
    return value;
  }

  long longer() {
    long value = memory.get(LONG, at);
    at += 8;
    return value;
  }

  String string() throws IOException {
    int length = integer();
    if (length < 0 || length > LONGEST_NAME) {
      throw new IOException("it holds a name of " + length + " bytes");
    }
    byte[] text = memory.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    at += length;
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /// Also to the very end: the last thing skipped must be there.
  void skip(long count) {
    if (count > 0) {
      at += count;
      memory.get(ValueLayout.JAVA_BYTE, at - 1);
    }
  }

  /// On to the next multiple.
  void align(int multiple) {
    at = (at + multiple - 1) / multiple * multiple;
  }
}
