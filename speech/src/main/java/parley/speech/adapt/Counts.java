package parley.speech.adapt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How often words follow each other in a site's sentences, up to three in a row. Thread: one
/// owner.
final class Counts {
  private static final int LONGEST = 3;

  /** Taken off every pair and triple: what was said once is no rule yet. */
  private static final double DISCOUNT = 0.6;

  /** But this share of a count always stays. */
  private static final double LEAST_KEPT = 0.4;

  private final Map<List<String>, Map<String, Double>> after = new HashMap<>();
  private final Map<List<String>, Double> said = new HashMap<>();
  private double words;

  /// @param weight how often it counts
  void add(List<String> sentence, double weight) {
    List<String> line = new ArrayList<>(sentence);
    line.addFirst(NGrams.BEGIN);
    line.addLast(NGrams.END);
    words += weight * (line.size() - 1);
    for (int end = 1; end < line.size(); end++) {
      for (int length = 0; length < LONGEST && length <= end; length++) {
        List<String> history = List.copyOf(line.subList(end - length, end));
        after
            .computeIfAbsent(history, _ -> new HashMap<>())
            .merge(line.get(end), weight, Double::sum);
        said.merge(history, weight, Double::sum);
      }
    }
  }

  Set<List<String>> histories() {
    return after.keySet();
  }

  Set<String> followers(List<String> history) {
    return after.getOrDefault(history, Map.of()).keySet();
  }

  /// How often a history comes, for each word that is said.
  double chance(List<String> history) {
    return words == 0 ? 0 : said.getOrDefault(history, 0.0) / words;
  }

  /// The chance of a word after a history, less a discount.
  double chance(List<String> history, String word) {
    double count = after.getOrDefault(history, Map.of()).getOrDefault(word, 0.0);
    return count == 0 ? 0 : kept(history, count) / said.getOrDefault(history, 1.0);
  }

  /// What the discounts have left of a history for words that did not follow it.
  double rest(List<String> history) {
    Map<String, Double> followers = after.getOrDefault(history, Map.of());
    double kept = followers.values().stream().mapToDouble(c -> kept(history, c)).sum();
    return followers.isEmpty() ? 1 : 1 - kept / said.getOrDefault(history, 1.0);
  }

  private static double kept(List<String> history, double count) {
    return history.isEmpty() ? count : Math.max(count - DISCOUNT, LEAST_KEPT * count);
  }
}
