package parley.dialogue.consistency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import parley.dialogue.knowledge.LikeTexts;

/// Which statements are worth comparing: those with texts that are like each other.
final class Neighbours {

  /** Of a text that stands in more statements, the rest say what these do. */
  private static final int MOST = 50;

  /// The places of two statements among all.
  record Pair(int one, int other) implements Comparable<Pair> {
    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }

    @Override
    public int compareTo(Pair pair) {
      return one != pair.one ? Integer.compare(one, pair.one) : Integer.compare(other, pair.other);
    }
  }

  private final LikeTexts like;
  private final Map<String, List<Integer>> places = new HashMap<>();

  /// @param texts of a statement, all of which `like` has
  Neighbours(LikeTexts like, List<Statement> statements, Function<Statement, List<String>> texts) {
    this.like = like;
    for (int i = 0; i < statements.size(); i++) {
      for (String text : texts.apply(statements.get(i))) {
        List<Integer> there = places.computeIfAbsent(text, _ -> new ArrayList<>());
        if (there.size() < MOST && !there.contains(i)) {
          there.add(i);
        }
      }
    }
  }

  /// @param cosine from which on two texts are like each other
  /// @param same whether the same text in two statements is worth comparing
  void add(double cosine, boolean same, SortedSet<Pair> pairs) {
    places.forEach((text, here) -> {
      like.near(text, cosine)
          .forEach(other -> add(here, places.getOrDefault(other, List.of()), pairs));
      if (same) {
        add(here, here, pairs);
      }
    });
  }

  private static void add(List<Integer> here, List<Integer> there, SortedSet<Pair> pairs) {
    for (int one : here) {
      there.stream().filter(other -> other != one).forEach(other -> pairs.add(Pair.of(one, other)));
    }
  }
}
