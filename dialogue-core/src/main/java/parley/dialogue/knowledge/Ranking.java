package parley.dialogue.knowledge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.dialogue.call.Confidence;

/// Orders what words and vectors found, and says how sure it is. The order is a weighted sum; the
/// confidence looks at how near the best wording is, how far ahead of the others the entry is, and
/// how near the question is to things that no entry is about. docs/results/retrieval.md says how
/// the numbers were found. Pure.
final class Ranking {

  private static final double MEAN = 0.3;
  private static final double ANSWER = 0.3;
  private static final double WORDS = 0.05;

  /** Decides between equals only. */
  private static final double FRESH = 0.02;

  private static final double HALF_FRESH_DAYS = 365;

  private static final double BY_NEARNESS = 5.28;
  private static final double BY_LEAD = 2.03;
  private static final double BY_OTHER_TOPIC = -6.5;
  private static final double BASE = 0.53;
  private static final double MOST_LEAD = 0.5;

  /** From here on a question is a wording of the entry, whatever else is near. */
  private static final double THE_SAME = 0.985;

  /** The same by its words, of which those without meaning do not count. */
  private static final double SAME_WORDS = 0.999;

  private final double words;
  private final double otherTopic;
  private final Optional<LocalDate> day;

  /// @param words whether words in common count
  /// @param otherTopic how near the question is to what no entry is about, a cosine
  Ranking(boolean words, double otherTopic, Optional<LocalDate> day) {
    this.words = words ? WORDS : 0;
    this.otherTopic = otherTopic;
    this.day = day;
  }

  private record Scored(Traits traits, double score) {}

  List<Candidate> of(List<Traits> found, int limit) {
    List<Scored> scored =
        found.stream()
            .map(traits -> new Scored(traits, score(traits)))
            .sorted(
                Comparator.comparingDouble(Scored::score)
                    .reversed()
                    .thenComparing(one -> one.traits().entry().id()))
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    double before = 1;
    for (int place = 0; place < Math.min(limit, scored.size()); place++) {
      // The order stands: nothing further down is surer.
      before = Math.min(before, confidence(scored, place));
      candidates.add(new Candidate(scored.get(place).traits().entry(), Confidence.of(before)));
    }
    return List.copyOf(candidates);
  }

  private double score(Traits traits) {
    return traits.best()
        + MEAN * traits.mean()
        + ANSWER * traits.answer()
        + words * traits.words()
        + FRESH * freshness(traits.entry().standing().updated());
  }

  /// 1 on the day, a half after a year; 0 when nobody knows.
  private double freshness(LocalDate updated) {
    if (day.isEmpty() || updated.equals(LocalDate.MIN)) {
      return 0;
    }
    long age = Math.max(0, ChronoUnit.DAYS.between(updated, day.get()));
    return Math.pow(0.5, age / HALF_FRESH_DAYS);
  }

  private double confidence(List<Scored> scored, int place) {
    Traits traits = scored.get(place).traits();
    // "How late is it" has the words of "how late are you there" and is another topic.
    boolean sameWords = traits.words() >= SAME_WORDS && traits.nearest() > otherTopic;
    if (traits.nearest() >= THE_SAME || sameWords) {
      return 1;
    }
    double rival =
        place > 0 ? scored.getFirst().score() : scored.size() > 1 ? scored.get(1).score() : 0;
    double lead = Math.min(MOST_LEAD, scored.get(place).score() - rival);
    double sum =
        BY_NEARNESS * traits.nearest() + BY_LEAD * lead + BY_OTHER_TOPIC * otherTopic + BASE;
    return 1 / (1 + Math.exp(-sum));
  }
}
