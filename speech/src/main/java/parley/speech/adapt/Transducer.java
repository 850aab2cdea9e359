package parley.speech.adapt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A weighted transducer in the making, and its bytes as OpenFst's `const` kind: state 0 is the
/// start, costs are negative natural logarithms. Thread: one owner. Source:
/// speech/training/FORMATS.md.
final class Transducer {
  static final int MAGIC = 2_125_659_606;
  static final int STATE_BYTES = 20;
  static final int ARC_BYTES = 16;

  /** What is true of HCLr.fst as [WordTree] makes it: a reader believes these bits. */
  static final long SOUNDS_TO_WORDS = 0x0000_65a5_656a_0001L;

  /** What is true of Gr.fst: an acceptor, sorted by input. */
  static final long WORDS_TO_WORDS = 0x0000_2585_5541_0001L;

  /// @param input label that is read, 0 for none
  /// @param output label that is written, 0 for none
  private record Arc(int source, int target, int input, int output, float cost) {}

  private final List<Arc> arcs = new ArrayList<>();
  private final Map<Integer, Float> finals = new HashMap<>();
  private int states;

  void arc(int source, int target, int input, int output, double cost) {
    arcs.add(new Arc(source, target, input, output, (float) cost));
    states = Math.max(states, Math.max(source, target) + 1);
  }

  void end(int state, double cost) {
    finals.put(state, (float) cost);
    states = Math.max(states, state + 1);
  }

  int states() {
    return states;
  }

  /// @param byOutput whether a state's arcs ascend by what they write, else by what they read
  ByteBuffer file(long properties, boolean byOutput) {
    Comparator<Arc> label = Comparator.comparingInt(byOutput ? Arc::output : Arc::input);
    List<Arc> sorted = new ArrayList<>(arcs);
    sorted.sort(
        Comparator.comparingInt(Arc::source).thenComparing(label).thenComparingInt(Arc::target));
    byte[] header = header("const", 2, properties, 0, states, sorted.size());
    ByteBuffer file =
        ByteBuffer.allocate(header.length + states * STATE_BYTES + sorted.size() * ARC_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put(header);
    putStates(file, sorted);
    for (Arc arc : sorted) {
      file.putInt(arc.input()).putInt(arc.output()).putFloat(arc.cost()).putInt(arc.target());
    }
    return file.flip();
  }

  private void putStates(ByteBuffer file, List<Arc> sorted) {
    int[] count = new int[states];
    int[] readingNothing = new int[states];
    int[] writingNothing = new int[states];
    for (Arc arc : sorted) {
      count[arc.source()]++;
      readingNothing[arc.source()] += arc.input() == 0 ? 1 : 0;
      writingNothing[arc.source()] += arc.output() == 0 ? 1 : 0;
    }
    int first = 0;
    for (int state = 0; state < states; state++) {
      file.putFloat(finals.getOrDefault(state, Float.POSITIVE_INFINITY));
      file.putInt(first).putInt(count[state]);
      file.putInt(readingNothing[state]).putInt(writingNothing[state]);
      first += count[state];
    }
  }

  /// What every file of OpenFst begins with.
  static byte[] header(
      String kind, int version, long properties, long start, long states, long arcs) {
    ByteBuffer header = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(MAGIC);
    putText(header, kind);
    putText(header, "standard");
    header.putInt(version).putInt(0).putLong(properties);
    header.putLong(start).putLong(states).putLong(arcs);
    byte[] bytes = new byte[header.position()];
    header.flip().get(bytes);
    return bytes;
  }

  private static void putText(ByteBuffer buffer, String text) {
    buffer.putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
