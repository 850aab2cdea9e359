package parley.speech.adapt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A transducer with a table that says which words can come next from each state, OpenFst's
/// `olabel_lookahead`: with it Vosk drops every way of sounds that leads to no word the language
/// model allows. Source: speech/training/FORMATS.md.
final class Lookahead {
  private static final int ADD_ON_MAGIC = 446_681_434;

  private Lookahead() {}

  /// @param graph the `const` transducer
  /// @param end the number that stands for "the sentence may end": one above the highest word's
  /// @param reach for every state stretches of labels, each `{first, one above the last}`
  static byte[] file(ByteBuffer graph, int end, List<int[][]> reach) {
    byte[] header = Transducer.header("olabel_lookahead", 1, Transducer.SOUNDS_TO_WORDS, -1, 0, 0);
    int table = reach.stream().mapToInt(stretches -> 12 + 8 * stretches.length).sum();
    ByteBuffer file =
        ByteBuffer.allocate(header.length + 4 + graph.remaining() + 5 + 12 + table)
            .order(ByteOrder.LITTLE_ENDIAN);
    file.put(header).putInt(ADD_ON_MAGIC).put(graph);
    // An add-on follows; it has no part for input labels; it has one for output labels.
    file.put((byte) 1).put((byte) 0).put((byte) 1);
    // The part is for output labels; no table of renumbered labels is kept.
    file.put((byte) 0).put((byte) 0);
    file.putInt(end).putLong(reach.size());
    for (int[][] stretches : reach) {
      file.putLong(stretches.length);
      int labels = 0;
      for (int[] stretch : stretches) {
        file.putInt(stretch[0]).putInt(stretch[1]);
        labels += stretch[1] - stretch[0];
      }
      file.putInt(labels);
    }
    return file.array();
  }
}
