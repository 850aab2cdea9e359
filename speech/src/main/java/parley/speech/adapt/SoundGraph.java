package parley.speech.adapt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sounds to words, `graph/HCLr.fst`: a state stands for a sound being spoken. Words that begin
/// alike share states; a word is written as soon as only one is left, and what follows is shared by
/// all words that end alike. So ten thousand words need few states. Thread: one owner. Source:
/// speech/training/FORMATS.md.
///
/// ```
/// start -> hub -> tree of words -> end -> hub       -> silence -> is another way to the hub
/// ```
final class SoundGraph {
  private static final int START = 0;
  private static final int HUB = 1;
  private static final int END = 2;
  private static final int SILENCE = 3;

  /** Cost of one of two equally likely ways; each phone's loop and exit cost this. */
  private static final double HALF = Math.log(2);

  /** Price of a pause between words. */
  private static final double PAUSE = HALF;

  /** Too rare in training to be trusted where any sound may come. */
  private static final Set<String> RARE = Set.of("ZH", "OY");

  private final Transitions transitions;
  private final WordTree tree;
  private final Transducer graph = new Transducer();
  private final List<int[][]> reach = new ArrayList<>();
  private final Map<List<Integer>, Integer> tails = new HashMap<>();
  private final int[][] everything;

  private record Place(int state, WordTree.Node node) {}

  private record Rest(double cost, List<Integer> sounds) {}

  SoundGraph(WordTree tree, Transitions transitions) {
    this.tree = tree;
    this.transitions = transitions;
    this.everything = new int[][] {{1, tree.words().size() + 2}};
    for (int state = START; state <= SILENCE; state++) {
      reach.add(everything);
    }
    frame();
    grow();
    unknown();
    graph.end(HUB, 0);
  }

  byte[] file() {
    return Lookahead.file(
        graph.file(Transducer.SOUNDS_TO_WORDS, true), tree.words().size() + 1, reach);
  }

  private int state(int[][] words) {
    reach.add(words);
    return reach.size() - 1;
  }

  private void frame() {
    int leaving = transitions.leaving(Phones.SILENCE, null);
    for (int state : new int[] {START, END}) {
      graph.arc(state, HUB, 0, 0, HALF);
      graph.arc(state, SILENCE, leaving, 0, HALF + PAUSE);
    }
    graph.arc(SILENCE, SILENCE, leaving - 1, 0, HALF);
    graph.arc(SILENCE, HUB, 0, 0, 0);
  }

  /** From a state into a new one for the phone of a transition, which may last. */
  private int sound(int source, int leaving, int[][] words, double cost) {
    int state = state(words);
    graph.arc(source, state, leaving, 0, HALF + cost);
    graph.arc(state, state, leaving - 1, 0, HALF);
    return state;
  }

  private void grow() {
    Deque<Place> pending = new ArrayDeque<>(List.of(new Place(HUB, tree.root())));
    while (!pending.isEmpty()) {
      Place place = pending.pop();
      for (WordTree.Ending ending : place.node().ending) {
        graph.arc(place.state(), END, 0, tree.number(ending.word()), ending.cost());
      }
      place
          .node()
          .ways
          .forEach((leaving, below) -> {
            if (below.below.size() > 1) {
              int state = sound(place.state(), leaving, tree.stretches(below.below), 0);
              pending.push(new Place(state, below));
            } else {
              lastWord(place.state(), leaving, below);
            }
          });
    }
  }

  /** Only one word is left: it is written, and its rest is a tail. */
  private void lastWord(int source, int leaving, WordTree.Node below) {
    int word = tree.number(below.below.iterator().next());
    for (Rest rest : rests(below, List.of(leaving))) {
      graph.arc(source, tail(rest.sounds()), leaving, word, HALF + rest.cost());
    }
  }

  private static List<Rest> rests(WordTree.Node node, List<Integer> soFar) {
    List<Rest> found = new ArrayList<>();
    node.ending.forEach(ending -> found.add(new Rest(ending.cost(), soFar)));
    node.ways.forEach((leaving, below) -> {
      List<Integer> longer = new ArrayList<>(soFar);
      longer.add(leaving);
      found.addAll(rests(below, List.copyOf(longer)));
    });
    return found;
  }

  /** The state in the first sound, behind which only the others follow; shared by all alike. */
  private int tail(List<Integer> sounds) {
    Integer known = tails.get(sounds);
    if (known != null) {
      return known;
    }
    int state = state(everything);
    tails.put(sounds, state);
    graph.arc(state, state, sounds.getFirst() - 1, 0, HALF);
    if (sounds.size() == 1) {
      graph.arc(state, END, 0, 0, 0);
    } else {
      List<Integer> rest = sounds.subList(1, sounds.size());
      graph.arc(state, tail(rest), rest.getFirst(), 0, HALF);
    }
    return state;
  }

  /** `[unk]`: any three sounds or more, at a price for each, so that known words win. */
  private void unknown() {
    int start = state(everything);
    int begun = state(everything);
    int inside = state(everything);
    graph.arc(HUB, start, 0, tree.number(WordTree.UNKNOWN), 0);
    double price = Math.log(Phones.ALL.size());
    for (String phone : Phones.ALL) {
      if (!RARE.contains(phone)) {
        any(start, begun, phone + Phones.BEGIN, null, price);
        any(begun, inside, phone + Phones.INSIDE, Transitions.ANY, price);
        any(inside, inside, phone + Phones.INSIDE, Transitions.ANY, price);
        any(inside, END, phone + Phones.END, Transitions.ANY, price);
      }
    }
  }

  private void any(
      int source, int target, String positioned, @Nullable String before, double price) {
    int leaving = transitions.leaving(positioned, before);
    graph.arc(sound(source, leaving, everything, price), target, 0, 0, 0);
  }
}
