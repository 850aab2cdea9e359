package parley.speech.recognize;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// Walks through a graph in OpenFst's format (byte by byte in `speech/training/FORMATS.md`) and
/// finds what OpenFst takes on trust: a table that is cut off, arcs that lead to no state, labels.
/// Kinds that are not known here (`ngram`) are not judged. Thread: one.
final class GraphFile {
  static final int MAGIC = 2_125_659_606;

  private static final int ADD_ON_MAGIC = 446_681_434;
  private static final int LONGEST_NAME = 10_000;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The largest numbers on arcs.
  ///
  /// @param input without those that Vosk removes
  record Labels(int input, int output) {}

  private record Header(String kind, String arcs, boolean aligned, long states, long arcCount) {}

  private final MemorySegment bytes;
  private final Set<Integer> removedInputs;
  private long at;
  private int input;
  private int output;

  private GraphFile(MemorySegment bytes, Set<Integer> removedInputs) {
    this.bytes = bytes;
    this.removedInputs = removedInputs;
  }

  /// The labels of a graph; empty when its kind is not known.
  ///
  /// @throws IOException when it is damaged: the message says how, without the file's name
  static Optional<Labels> labels(Path file, Set<Integer> removedInputs) throws IOException {
    try (Arena arena = Arena.ofConfined();
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      GraphFile graph = new GraphFile(all, removedInputs);
      return graph.graph() >= 0
          ? Optional.of(new Labels(graph.input, graph.output))
          : Optional.empty();
    } catch (IndexOutOfBoundsException cutOff) {
      throw new IOException("it ends within its tables", cutOff);
    }
  }

  /** The number of states, or -1 when the kind is not known. */
  private long graph() throws IOException {
    Header header = header();
    if (!header.arcs.equals("standard")) {
      return -1;
    }
    return switch (header.kind) {
      case "const" -> constant(header);
      case "vector" -> vector(header);
      case "olabel_lookahead" -> lookAhead();
      default -> -1;
    };
  }

  private Header header() throws IOException {
    if (integer() != MAGIC) {
      throw new IOException("it does not begin as an OpenFst graph does");
    }
    String kind = string();
    String arcs = string();
    int version = integer();
    int flags = integer();
    skip(16);
    Header header = new Header(kind, arcs, version == 1 || (flags & 4) != 0, longer(), longer());
    for (int table = flags & 3; table != 0; table &= table - 1) {
      symbols();
    }
    return header;
  }

  private void symbols() throws IOException {
    skip(4);
    string();
    skip(8);
    for (long left = count(longer(), 12); left > 0; left--) {
      string();
      skip(8);
    }
  }

  private long constant(Header header) throws IOException {
    align(header);
    count(header.states, 20);
    for (long state = 0; state < header.states; state++) {
      skip(4);
      long first = Integer.toUnsignedLong(integer());
      long arcs = Integer.toUnsignedLong(integer());
      if (first + arcs > header.arcCount) {
        throw new IOException("its state " + state + " has arcs that are not there");
      }
      skip(8);
    }
    align(header);
    count(header.arcCount, 16);
    for (long arc = 0; arc < header.arcCount; arc++) {
      arc(header.states);
    }
    return header.states;
  }

  private long vector(Header header) throws IOException {
    if (header.states < 0) {
      return -1;
    }
    count(header.states, 12);
    for (long state = 0; state < header.states; state++) {
      skip(4);
      for (long left = count(longer(), 16); left > 0; left--) {
        arc(header.states);
      }
    }
    return header.states;
  }

  private void arc(long states) throws IOException {
    int in = integer();
    int out = integer();
    skip(4);
    int target = integer();
    if (in < 0 || out < 0 || target < 0 || target >= states) {
      throw new IOException("it has an arc to state " + target + " of " + states + ", or negative");
    }
    output = Math.max(output, out);
    if (in > input && !removedInputs.contains(in)) {
      input = in;
    }
  }

  /** A graph with a table of the words that can follow each state. */
  private long lookAhead() throws IOException {
    if (integer() != ADD_ON_MAGIC) {
      throw new IOException("its look-ahead table does not begin as one does");
    }
    long states = graph();
    if (states >= 0 && octet() == 1) {
      for (int part = 0; part < 2; part++) {
        if (octet() == 1) {
          reachable(states);
        }
      }
    }
    return states;
  }

  private void reachable(long states) throws IOException {
    skip(1);
    if (octet() == 1) {
      skip(8 * count(longer(), 8));
    }
    skip(4);
    long tables = longer();
    if (tables != states) {
      throw new IOException("its look-ahead table is for " + tables + " states, not " + states);
    }
    for (long state = 0; state < states; state++) {
      skip(8 * count(longer(), 8));
      skip(4);
    }
  }

  private void align(Header header) {
    if (header.aligned) {
      at = (at + 15) / 16 * 16;
    }
  }

  /** A number of things of at least so many bytes each, which must fit into the rest. */
  private long count(long count, int bytesEach) throws IOException {
    if (count < 0 || count > (bytes.byteSize() - at) / bytesEach) {
      throw new IOException("it ends within its tables");
    }
    return count;
  }

  private int octet() {
    return bytes.get(ValueLayout.JAVA_BYTE, at++);
  }

  private int integer() {
    int value = bytes.get(INT, at);
    at += 4;
    return value;
  }

  private long longer() {
    long value = bytes.get(LONG, at);
    at += 8;
    return value;
  }

  private String string() throws IOException {
    int length = integer();
    if (length < 0 || length > LONGEST_NAME) {
      throw new IOException("it holds a name of " + length + " bytes");
    }
    byte[] text = bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
    at += length;
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Also to the very end: the last thing skipped must be there. */
  private void skip(long count) {
    if (count > 0) {
      at += count;
      bytes.get(ValueLayout.JAVA_BYTE, at - 1);
    }
  }
}
