package parley.dialogue.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import parley.dialogue.call.Confidence;
import parley.dialogue.files.Edits;

/// How much meaning a question and an entry share, 0 to 1. Each stem weighs by how rare it is among
/// the entries. Two views are joined: the entry's one wording that covers the question best and is
/// covered best by it, and all words of the entry together. Words that no entry knows count against
/// a match, though less than known ones: they may be noise of the line. One for each question; one
/// thread.
final class Coverage {

  private static final double BEST_WORDING = 0.7;
  private static final double UNKNOWN_WORD = 0.6;
  private static final double ONE_LETTER_WRONG = 0.8;

  private final ToIntFunction<String> frequencies;
  private final Map<String, Double> weights = new HashMap<>();
  private final int entries;

  /// @param frequencies in how many entries a stem is
  Coverage(ToIntFunction<String> frequencies, int entries) {
    this.frequencies = frequencies;
    this.entries = entries;
  }

  Confidence of(List<String> question, EntryDocument.Indexed entry) {
    double best = 0;
    for (List<String> variant : entry.variants()) {
      double asked = share(question, variant);
      double wording = share(variant, question);
      best = Math.max(best, asked + wording == 0 ? 0 : 2 * asked * wording / (asked + wording));
    }
    double together = share(question, entry.bag());
    return Confidence.of(BEST_WORDING * best + (1 - BEST_WORDING) * together);
  }

  /// The share of the weight of `stems` that is found among `others`.
  private double share(List<String> stems, List<String> others) {
    double all = 0;
    double found = 0;
    for (String stem : stems) {
      double weight = weights.computeIfAbsent(stem, this::weight);
      all += weight;
      found += weight * likeness(stem, others);
    }
    return all == 0 ? 0 : found / all;
  }

  private double weight(String stem) {
    int frequency = frequencies.applyAsInt(stem);
    return frequency == 0
        ? UNKNOWN_WORD * Math.log(1 + entries)
        : Math.log(1 + (double) entries / frequency);
  }

  private static double likeness(String stem, List<String> others) {
    if (others.contains(stem)) {
      return 1;
    }
    if (stem.length() < Retrieval.FUZZY_FROM_LETTERS) {
      return 0;
    }
    boolean near =
        others.stream()
            .anyMatch(other ->
                other.length() >= Retrieval.FUZZY_FROM_LETTERS && Edits.distance(stem, other) == 1);
    return near ? ONE_LETTER_WRONG : 0;
  }
}
