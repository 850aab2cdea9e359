package parley.speech.adapt;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Which words follow which, `graph/Gr.fst`: an [NGrams] as an acceptor, read and written. A state
/// is a history, an arc that reads nothing leads to the shorter one. Source:
/// speech/training/FORMATS.md.
final class WordGraph {
  private static final Set<String> KINDS = Set.of("const", "vector");
  private static final int SYMBOLS_MASK = 3;

  private WordGraph() {}

  /// Bytes of `Gr.fst`. Its start is the state of the sentence's begin.
  ///
  /// @param number a word's label
  static ByteBuffer file(NGrams model, ToIntFunction<String> number) {
    List<List<String>> histories = new ArrayList<>(model.histories().keySet());
    histories.remove(List.of(NGrams.BEGIN));
    histories.sort(WordGraph::compare);
    histories.addFirst(List.of(NGrams.BEGIN));
    Map<List<String>, Integer> states = new HashMap<>();
    histories.forEach(history -> states.put(history, states.size()));
    Transducer graph = new Transducer();
    for (List<String> history : histories) {
      int state = states.getOrDefault(history, 0);
      NGrams.After after = model.after(history);
      after.chance.forEach((word, chance) -> {
        double cost = -Math.log(Math.max(chance, Float.MIN_NORMAL));
        if (word.equals(NGrams.END)) {
          graph.end(state, cost);
        } else {
          List<String> longer = new ArrayList<>(history);
          longer.add(word);
          int label = number.applyAsInt(word);
          graph.arc(state, longest(longer, states), label, label, cost);
        }
      });
      if (!history.isEmpty()) {
        int shorter = longest(history.subList(1, history.size()), states);
        graph.arc(state, shorter, 0, 0, -Math.log(after.backoff));
      }
    }
    return graph.file(Transducer.WORDS_TO_WORDS, false);
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return one.size() - other.size();
  }

  private static int longest(List<String> history, Map<List<String>, Integer> states) {
    Integer state = states.get(history);
    return state != null ? state : longest(history.subList(1, history.size()), states);
  }

  private record Arc(int label, double cost, int target) {}

  private record State(double end, List<Arc> arcs) {
    @Nullable Arc backoff() {
      return arcs.stream().filter(arc -> arc.label() == 0).findFirst().orElse(null);
    }
  }

  /// Reads a model's `Gr.fst`.
  ///
  /// @param words by label
  /// @throws AdaptException when it is of a kind that cannot be read here
  static NGrams read(Path file, Map<Integer, String> words) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      return model(states(file, bytes), words, file);
    } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new AdaptException(file + " cannot be read as a language model; copy it again", e);
    }
  }

  /** The first is where a sentence begins. */
  private static List<State> states(Path file, ByteBuffer bytes) {
    int magic = bytes.getInt();
    String kind = magic == Transducer.MAGIC ? text(bytes) : "unknown";
    String weights = KINDS.contains(kind) ? text(bytes) : "";
    if (!weights.equals("standard")) {
      throw new AdaptException(
          file + " is of the kind " + kind + "; only const and vector can be given new words");
    }
    int version = bytes.getInt();
    int flags = bytes.getInt();
    bytes.getLong();
    long start = bytes.getLong();
    int states = Math.toIntExact(bytes.getLong());
    int arcs = Math.toIntExact(bytes.getLong());
    if (version != 2 || (flags & SYMBOLS_MASK) != 0) {
      throw new AdaptException(
          file
              + " carries tables of symbols or is unusual; only plain files of version 2 are read");
    }
    List<State> read = kind.equals("const") ? constant(bytes, states, arcs) : vector(bytes, states);
    if (start != 0) {
      throw new AdaptException(file + " does not begin in its first state");
    }
    return read;
  }

  private static List<State> constant(ByteBuffer bytes, int count, int arcs) {
    double[] ends = new double[count];
    int[] first = new int[count + 1];
    for (int state = 0; state < count; state++) {
      ends[state] = bytes.getFloat();
      first[state] = bytes.getInt();
      bytes.getInt();
      bytes.getLong();
    }
    first[count] = arcs;
    List<State> states = new ArrayList<>(count);
    for (int state = 0; state < count; state++) {
      states.add(new State(ends[state], arcs(bytes, first[state + 1] - first[state])));
    }
    return states;
  }

  private static List<State> vector(ByteBuffer bytes, int count) {
    List<State> states = new ArrayList<>(count);
    for (int state = 0; state < count; state++) {
      double end = bytes.getFloat();
      states.add(new State(end, arcs(bytes, Math.toIntExact(bytes.getLong()))));
    }
    return states;
  }

  private static List<Arc> arcs(ByteBuffer bytes, int count) {
    List<Arc> arcs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int label = bytes.getInt();
      bytes.getInt();
      double cost = bytes.getFloat();
      arcs.add(new Arc(label, cost, bytes.getInt()));
    }
    return arcs;
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[bytes.getInt()];
    bytes.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static NGrams model(List<State> states, Map<Integer, String> words, Path file) {
    int empty = 0;
    for (Arc back = states.get(0).backoff(); back != null; back = states.get(empty).backoff()) {
      empty = back.target();
    }
    Map<Integer, List<String>> histories = histories(states, words, empty);
    if (histories.size() < states.size()) {
      throw new AdaptException(
          file + " has states that no words lead to; only backoff models can be given new words");
    }
    NGrams model = new NGrams();
    histories.forEach((number, history) -> {
      State state = states.get(number);
      NGrams.After after = model.after(history);
      for (Arc arc : state.arcs()) {
        if (arc.label() == 0) {
          after.backoff = Math.exp(-arc.cost());
        } else {
          after.chance.put(word(words, arc.label()), Math.exp(-arc.cost()));
        }
      }
      if (!Double.isInfinite(state.end())) {
        after.chance.put(NGrams.END, Math.exp(-state.end()));
      }
    });
    return model;
  }

  /** Of every state: the shortest words that lead to it from the empty history or the begin. */
  private static Map<Integer, List<String>> histories(
      List<State> states, Map<Integer, String> words, int empty) {
    Map<Integer, List<String>> histories = new HashMap<>();
    histories.put(empty, List.of());
    histories.putIfAbsent(0, List.of(NGrams.BEGIN));
    Deque<Integer> pending = new ArrayDeque<>(List.of(empty));
    if (empty != 0) {
      pending.add(0);
    }
    while (!pending.isEmpty()) {
      int state = pending.remove();
      for (Arc arc : states.get(state).arcs()) {
        if (arc.label() != 0 && !histories.containsKey(arc.target())) {
          List<String> longer = new ArrayList<>(histories.getOrDefault(state, List.of()));
          longer.add(word(words, arc.label()));
          histories.put(arc.target(), List.copyOf(longer));
          pending.add(arc.target());
        }
      }
    }
    return histories;
  }

  private static String word(Map<Integer, String> words, int label) {
    String word = words.get(label);
    if (word == null) {
      throw new AdaptException("Gr.fst has a word that words.txt does not list; copy both again");
    }
    return word;
  }
}
