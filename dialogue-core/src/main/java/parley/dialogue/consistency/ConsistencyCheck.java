package parley.dialogue.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.dialogue.intents.SentenceVectors;

/// Points out entries that are asked for in nearly the same words, and sentences that say nearly
/// the same with other figures. Compares everything with everything: seconds for hundreds of
/// entries, minutes for thousands. It points out, and proves nothing: a contradiction in other
/// words is not found, and two sentences about two things may look like one. One thread.
public final class ConsistencyCheck {

  /** The same question; seen on the shipped entries, where unlike ones reach 0.9. */
  private static final double SAME_QUESTION = 0.95;

  /** The same said; a figure changes little of a sentence's vector. */
  private static final double SAME_SAID = 0.86;

  /** The same said by words in common. */
  private static final double SAME_WORDS = 0.75;

  /** A "not" may change much of a vector or little: the other words must be the same. */
  private static final double SAME_BUT_FOR_NOT = 0.85;

  private final Likeness likeness;

  /// @param model without one, words in common count
  public ConsistencyCheck(Optional<SentenceVectors> model) {
    this.likeness = new Likeness(model);
  }

  /// Duplicates first, the most alike of them first.
  public List<Finding> findings(List<Statement> statements) {
    List<Finding.Duplicate> duplicates = new ArrayList<>();
    List<Finding> contradictions = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      for (int j = i + 1; j < statements.size(); j++) {
        duplicate(statements.get(i), statements.get(j)).ifPresent(duplicates::add);
        contradiction(statements.get(i), statements.get(j)).ifPresent(contradictions::add);
      }
    }
    duplicates.sort(Comparator.comparingDouble(Finding.Duplicate::likeness).reversed());
    List<Finding> all = new ArrayList<>(duplicates);
    all.addAll(contradictions);
    return List.copyOf(all);
  }

  private Optional<Finding.Duplicate> duplicate(Statement one, Statement other) {
    if (!one.entry() || !other.entry()) {
      return Optional.empty();
    }
    Finding.Duplicate best = new Finding.Duplicate(one, other, "", "", 0);
    for (String ours : one.questions()) {
      for (String theirs : other.questions()) {
        double alike = likeness.of(ours, theirs);
        if (alike > best.likeness()) {
          best = new Finding.Duplicate(one, other, ours, theirs, alike);
        }
      }
    }
    return best.likeness() >= SAME_QUESTION ? Optional.of(best) : Optional.empty();
  }

  private Optional<Finding> contradiction(Statement one, Statement other) {
    for (String ours : one.sentences()) {
      for (String theirs : other.sentences()) {
        double alike = likeness.of(ours, theirs);
        Optional<String> about = about(ours, theirs, alike);
        if (about.isPresent()) {
          return Optional.of(
              new Finding.Contradiction(one, other, ours, theirs, about.orElseThrow()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> about(String ours, String theirs, double alike) {
    if (alike >= (likeness.byMeaning() ? SAME_SAID : SAME_WORDS)) {
      Optional<String> differing = Figures.differing(ours, theirs);
      if (differing.isPresent()) {
        return differing;
      }
    }
    return Figures.opposed(ours, theirs) && Figures.sameButForNot(ours, theirs) >= SAME_BUT_FOR_NOT
        ? Optional.of("yes and no")
        : Optional.empty();
  }
}
