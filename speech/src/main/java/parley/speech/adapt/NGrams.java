package parley.speech.adapt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A backoff language model: for some histories (the words before, at most a few) the chances of
/// some next words, and a factor for all others, whose chance is that after the shorter history.
/// The empty history knows every word. Thread: one owner.
final class NGrams {
  /** Where a sentence begins; stands first in a history. */
  static final String BEGIN = "<s>";

  /** The end of a sentence, as a word that comes next. */
  static final String END = "</s>";

  /** Smallest factor for other words: no history excludes what it has never seen. */
  private static final double LEAST_BACKOFF = 1e-6;

  /** What the words named in a history have together, at most. */
  private static final double MOST_TOLD = 0.98;

  /// What may follow one history.
  static final class After {
    final Map<String, Double> chance = new LinkedHashMap<>();
    double backoff = 1;
  }

  private final Map<List<String>, After> histories = new HashMap<>();

  /// The words after a history, to be filled; made when it is not there.
  After after(List<String> history) {
    return histories.computeIfAbsent(List.copyOf(history), _ -> new After());
  }

  Map<List<String>, After> histories() {
    return histories;
  }

  boolean knows(String word) {
    return after(List.of()).chance.containsKey(word);
  }

  /// The chance of a word after a history that the model need not have; 0 for unknown words.
  double chance(List<String> history, String word) {
    After after = histories.get(history);
    Double told = after == null ? null : after.chance.get(word);
    if (told != null) {
      return told;
    }
    if (history.isEmpty()) {
      return 0;
    }
    double factor = after == null ? 1 : after.backoff;
    return factor * chance(history.subList(1, history.size()), word);
  }

  /// How likely a text passes through a history, relative to other histories.
  private double chance(List<String> history) {
    double chance = 1;
    for (int i = 0; i < history.size(); i++) {
      String word = history.get(i);
      chance *=
          word.equals(BEGIN)
              ? chance(List.of(), END) // a begin for each end
              : chance(history.subList(0, i), word);
    }
    return chance;
  }

  /// This model and a site's texts together: `share` of all that is said is the site's. After each
  /// history the two are weighted by how likely each would have led there, so that the site's words
  /// count most where the site's sentences are being spoken, and chances elsewhere stay.
  NGrams with(Counts site, double share) {
    NGrams mixed = new NGrams();
    Set<List<String>> all = new HashSet<>(histories.keySet());
    all.addAll(site.histories());
    List<List<String>> byLength = new ArrayList<>(all);
    byLength.sort(Comparator.comparingInt(List::size));
    for (List<String> history : byLength) {
      double here = share * site.chance(history);
      double both = here + (1 - share) * chance(history);
      mixed.mix(history, this, site, both == 0 ? 0 : here / both);
    }
    return mixed;
  }

  private void mix(List<String> history, NGrams base, Counts site, double weight) {
    After after = after(history);
    Set<String> words = new HashSet<>(site.followers(history));
    After told = base.histories.get(history);
    if (told != null) {
      words.addAll(told.chance.keySet());
    }
    List<String> shorter = history.isEmpty() ? history : history.subList(1, history.size());
    double rest = site.rest(history);
    double sum = 0;
    double shadowed = 0;
    for (String word : words) {
      double less = history.isEmpty() ? 0 : chance(shorter, word);
      double own = site.chance(history, word) + rest * less;
      double chance = weight * own + (1 - weight) * base.chance(history, word);
      after.chance.put(word, chance);
      sum += chance;
      shadowed += less;
    }
    if (history.isEmpty()) {
      double whole = sum;
      after.chance.replaceAll((_, chance) -> chance / whole);
    } else {
      if (sum > MOST_TOLD) {
        double scale = MOST_TOLD / sum;
        after.chance.replaceAll((_, chance) -> chance * scale);
        sum = MOST_TOLD;
      }
      after.backoff = Math.max((1 - sum) / Math.max(1 - shadowed, 1e-3), LEAST_BACKOFF);
    }
  }
}
