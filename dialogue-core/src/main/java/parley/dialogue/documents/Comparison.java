package parley.dialogue.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import parley.dialogue.call.Confidence;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeEntry;

/// Puts passages and entries into one order for a question. Their confidences do not say it: an
/// entry is found by questions, a passage by statements, to which a question is never as near. So
/// how well a passage fits (its best sentence under its heading, its best two sentences, and all of
/// it under its title) is held against how near the entry's best wording is. How the numbers were
/// found: docs/results/retrieval.md. One for each question. Pure.
final class Comparison {

  /** A passage and how well it fits. */
  record Fitting(KnowledgeEntry said, double fit) {}

  private static final double SENTENCE = 0.8;
  private static final double PAIR = 0.41;
  private static final double WHOLE = 0.52;

  /** From this lead over the best entry on, a passage stands before it. */
  private static final double CLEARLY = 0.46;

  /** From here on a passage and the best entry are a choice for the caller. */
  private static final double ABOUT_AS_WELL = 0.34;

  /** Who stands behind the best one costs it nothing. */
  private static final double BEHIND = 0.4;

  private static final int MOST_PASSAGES = 3;

  /** Entries further down are not compared: passages stand before them. */
  private static final int COMPARED = 5;

  /** What stands behind must not seem as sure, or it makes a choice of two. */
  private static final double NO_TIE = 0.1;

  private static final double BASE = -4.12;
  private static final double BY_FIT = 4.55;
  private static final double BY_LEAD = 8.2;
  private static final double BY_GAP = 12.4;
  private static final double BY_OTHER_TOPIC = -8.84;
  private static final double MOST_GAP = 0.2;

  /** How near an entry would be that has nothing to do with the question. */
  private static final double NO_ENTRY = 0.5;

  private final ToDoubleFunction<String> nearness;
  private final double otherTopic;

  /// @param nearness of a text of the knowledge to the question
  /// @param otherTopic how near the question is to what nothing in the knowledge is about
  Comparison(ToDoubleFunction<String> nearness, double otherTopic) {
    this.nearness = nearness;
    this.otherTopic = otherTopic;
  }

  double fit(Passage passage) {
    return SENTENCE * nearest(passage.underHeading().stream())
        + PAIR * nearest(passage.pairs().stream())
        + WHOLE * nearness.applyAsDouble(passage.whole());
  }

  private double nearest(Stream<String> texts) {
    return texts.mapToDouble(nearness).max().orElse(NO_ENTRY);
  }

  private double nearest(Candidate entry) {
    return nearest(entry.entry().variants());
  }

  /// @param found entries, the best first
  List<Candidate> joined(List<Fitting> passages, List<Candidate> found) {
    List<Fitting> fitting =
        passages.stream().sorted(Comparator.comparingDouble(Fitting::fit).reversed()).toList();
    if (fitting.isEmpty()) {
      return found;
    }
    double lead = lead(fitting.getFirst(), found, 0);
    Confidence sure = confidence(fitting, lead);
    if (lead >= CLEARLY) {
      return behind(new Candidate(fitting.getFirst().said(), sure), fitting, found, 1, 0);
    }
    if (lead < ABOUT_AS_WELL || found.isEmpty()) {
      return found.isEmpty() ? found : behind(found.getFirst(), fitting, found, 0, 1);
    }
    return choice(fitting, found);
  }

  /// The best entry and the best passage, equally sure: the caller is asked.
  private List<Candidate> choice(List<Fitting> fitting, List<Candidate> found) {
    Candidate entry = found.getFirst();
    List<Candidate> joined = new ArrayList<>(behind(entry, fitting, found, 1, 1));
    joined.add(1, new Candidate(fitting.getFirst().said(), entry.confidence()));
    return List.copyOf(joined);
  }

  private double lead(Fitting passage, List<Candidate> found, int entry) {
    return passage.fit() - (entry < found.size() ? nearest(found.get(entry)) : NO_ENTRY);
  }

  private Confidence confidence(List<Fitting> fitting, double lead) {
    double best = fitting.getFirst().fit();
    double gap = fitting.size() > 1 ? Math.min(MOST_GAP, best - fitting.get(1).fit()) : MOST_GAP;
    double sum = BASE + BY_FIT * best + BY_LEAD * lead + BY_GAP * gap + BY_OTHER_TOPIC * otherTopic;
    return Confidence.of(1 / (1 + Math.exp(-sum)));
  }

  /// @param passage of those that fit, the first that may stand behind `first`
  /// @param entry the same of the entries
  private List<Candidate> behind(
      Candidate first, List<Fitting> fitting, List<Candidate> found, int passage, int entry) {
    List<Candidate> joined = new ArrayList<>(List.of(first));
    double little = first.confidence().value() - NO_TIE;
    double most = entry == 0 ? little : first.confidence().value();
    int nextPassage = passage;
    int nextEntry = entry;
    while (nextEntry < found.size()) {
      boolean fits =
          nextPassage < Math.min(MOST_PASSAGES, fitting.size())
              && (nextEntry >= COMPARED
                  || lead(fitting.get(nextPassage), found, nextEntry) >= BEHIND);
      if (fits) {
        joined.add(new Candidate(fitting.get(nextPassage).said(), Confidence.of(little)));
        nextPassage++;
      } else {
        Candidate next = found.get(nextEntry);
        joined.add(
            new Candidate(next.entry(), Confidence.of(Math.min(most, next.confidence().value()))));
        nextEntry++;
      }
    }
    return List.copyOf(joined);
  }
}
