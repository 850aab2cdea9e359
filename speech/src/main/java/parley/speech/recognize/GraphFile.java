package parley.speech.recognize;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
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

  /// The largest numbers on arcs.
  ///
  /// @param input without those that Vosk removes
  record Labels(int input, int output) {}

  private record Header(String kind, String arcs, boolean aligned, long states, long arcCount) {}

  private final GraphBytes bytes;
  private final Set<Integer> removedInputs;
  private int input;
  private int output;

  private GraphFile(GraphBytes bytes, Set<Integer> removedInputs) {
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
      GraphFile graph = new GraphFile(new GraphBytes(all), removedInputs);
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
    if (bytes.integer() != MAGIC) {
      throw new IOException("it does not begin as an OpenFst graph does");
    }
    String kind = bytes.string();
    String arcs = bytes.string();
    int version = bytes.integer();
    int flags = bytes.integer();
    bytes.skip(16);
    Header header =
        new Header(kind, arcs, version == 1 || (flags & 4) != 0, bytes.longer(), bytes.longer());
    for (int table = flags & 3; table != 0; table &= table - 1) {
      symbols();
    }
    return header;
  }

  private void symbols() throws IOException {
    bytes.skip(4);
    bytes.string();
    bytes.skip(8);
    for (long left = bytes.count(bytes.longer(), 12); left > 0; left--) {
      bytes.string();
      bytes.skip(8);
    }
  }

  private long constant(Header header) throws IOException {
    align(header);
    bytes.count(header.states, 20);
    for (long state = 0; state < header.states; state++) {
      bytes.skip(4);
      long first = Integer.toUnsignedLong(bytes.integer());
      long arcs = Integer.toUnsignedLong(bytes.integer());
      if (first + arcs > header.arcCount) {
        throw new IOException("its state " + state + " has arcs that are not there");
      }
      bytes.skip(8);
    }
    align(header);
    bytes.count(header.arcCount, 16);
    for (long arc = 0; arc < header.arcCount; arc++) {
      arc(header.states);
    }
    return header.states;
  }

  private long vector(Header header) throws IOException {
    if (header.states < 0) {
      return -1;
    }
    bytes.count(header.states, 12);
    for (long state = 0; state < header.states; state++) {
      bytes.skip(4);
      for (long left = bytes.count(bytes.longer(), 16); left > 0; left--) {
        arc(header.states);
      }
    }
    return header.states;
  }

  private void arc(long states) throws IOException {
    int in = bytes.integer();
    int out = bytes.integer();
    bytes.skip(4);
    int target = bytes.integer();
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
    if (bytes.integer() != ADD_ON_MAGIC) {
      throw new IOException("its look-ahead table does not begin as one does");
    }
    long states = graph();
    if (states >= 0 && bytes.octet() == 1) {
      for (int part = 0; part < 2; part++) {
        if (bytes.octet() == 1) {
          reachable(states);
        }
      }
    }
    return states;
  }

  private void reachable(long states) throws IOException {
    bytes.skip(1);
    if (bytes.octet() == 1) {
      bytes.skip(8 * bytes.count(bytes.longer(), 8));
    }
    bytes.skip(4);
    long tables = bytes.longer();
    if (tables != states) {
      throw new IOException("its look-ahead table is for " + tables + " states, not " + states);
    }
    for (long state = 0; state < states; state++) {
      bytes.skip(8 * bytes.count(bytes.longer(), 8));
      bytes.skip(4);
    }
  }

  private void align(Header header) {
    if (header.aligned) {
      bytes.align(16);
    }
  }
}
