package parley.dialogue.documents;

import java.util.stream.Stream;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.Nearness;

/// Compares the best passage with the best entry. Their confidences do not say it: an entry is
/// found by questions, a passage by statements, to which a question is never as near. So a passage
/// must be near twice, in one sentence and as a whole; docs/results/retrieval.md says how the
/// numbers were found. Without vectors only the confidences are there. Pure.
final class Comparison {

  private static final double CLEARLY = 0.73;
  private static final double AS_WELL = 0.6;

  /** Where only words count, what a passage must have more of confidence. */
  private static final double CLEARLY_BY_WORDS = 0.1;

  private final Nearness nearness;

  Comparison(Nearness nearness) {
    this.nearness = nearness;
  }

  Place of(String words, Passage passage, Candidate found, Candidate entry) {
    if (!nearness.byMeaning()) {
      double surer = found.confidence().value() - entry.confidence().value();
      return surer >= CLEARLY_BY_WORDS ? Place.BEFORE_THE_ENTRIES : Place.NOWHERE;
    }
    double lead = lead(words, passage, entry);
    if (lead >= CLEARLY) {
      return Place.BEFORE_THE_ENTRIES;
    }
    return lead >= AS_WELL ? Place.BEHIND_THE_BEST_ENTRY : Place.NOWHERE;
  }

  private double lead(String words, Passage passage, Candidate entry) {
    Stream<String> parts =
        Stream.concat(
            passage.sentences().stream(), Stream.of(passage.headings().getLast(), passage.title()));
    return nearest(words, parts)
        + nearness.of(words, passage.text())
        - nearest(words, entry.entry().variants());
  }

  private double nearest(String words, Stream<String> texts) {
    return texts.mapToDouble(text -> nearness.of(words, text)).max().orElse(0);
  }
}
