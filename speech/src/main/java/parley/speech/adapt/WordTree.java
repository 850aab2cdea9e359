package parley.speech.adapt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The pronunciations of all words as a tree of sounds, and the words' numbers in its order: so
/// what can still come below a state is mostly one stretch of numbers. The tree is the begin of
/// words alone; [SoundGraph] makes the states of `graph/HCLr.fst` from it. Thread: one owner.
final class WordTree {
  static final String UNKNOWN = "[unk]";

  /// A word that ends in a node, and the price of this one of its pronunciations.
  record Ending(String word, double cost) {}

  /// A place in the tree: the ways on by transition id, the words that end here, all words at or
  /// below.
  static final class Node {
    final Map<Integer, Node> ways = new LinkedHashMap<>();
    final List<Ending> ending = new ArrayList<>();
    final Set<String> below = new LinkedHashSet<>();
  }

  private final Node root = new Node();
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  WordTree(Lexicon lexicon, Transitions transitions) {
    lexicon
        .words()
        .forEach((word, variants) -> {
          double cost = Math.log(variants.size());
          new LinkedHashSet<>(variants).forEach(phones -> add(word, phones, cost, transitions));
        });
    name(UNKNOWN);
    number();
  }

  private void add(String word, List<String> phones, double cost, Transitions transitions) {
    List<String> positioned = Phones.positioned(phones);
    Node node = root;
    root.below.add(word);
    for (int i = 0; i < phones.size(); i++) {
      int leaving = transitions.leaving(positioned.get(i), i == 0 ? null : phones.get(i - 1));
      node = node.ways.computeIfAbsent(leaving, _ -> new Node());
      node.below.add(word);
    }
    node.ending.add(new Ending(word, cost));
  }

  private void number() {
    Deque<Node> pending = new ArrayDeque<>(List.of(root));
    while (!pending.isEmpty()) {
      Node node = pending.pop();
      new TreeSet<>(node.ending.stream().map(Ending::word).toList()).forEach(this::name);
      new TreeSet<>(node.ways.keySet())
          .descendingSet()
          .forEach(way -> pending.push(node.ways.getOrDefault(way, node)));
    }
  }

  private void name(String word) {
    if (!numbers.containsKey(word)) {
      words.add(word);
      numbers.put(word, words.size());
    }
  }

  Node root() {
    return root;
  }

  /// In the order of their numbers 1, 2, …; `[unk]` is the first.
  List<String> words() {
    return words;
  }

  int number(String word) {
    return numbers.getOrDefault(word, 0);
  }

  /// Numbers of words as stretches `{first, one above the last}`.
  int[][] stretches(Set<String> some) {
    List<int[]> stretches = new ArrayList<>();
    for (int number : some.stream().mapToInt(this::number).sorted().toArray()) {
      if (!stretches.isEmpty() && stretches.getLast()[1] == number) {
        stretches.getLast()[1]++;
      } else {
        stretches.add(new int[] {number, number + 1});
      }
    }
    return stretches.toArray(int[][]::new);
  }
}
