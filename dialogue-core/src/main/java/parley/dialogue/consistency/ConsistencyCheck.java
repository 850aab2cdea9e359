package parley.dialogue.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.LikeTexts;

/// Points out entries that are asked for in nearly the same words, and sentences that say nearly
/// the same with other figures. Compares only what is like each other, see [LikeTexts]: the vectors
/// take longest, some ms a text. It points out, and proves nothing: a contradiction in other words
/// is not found, and two sentences about two things may look like one. One thread.
public final class ConsistencyCheck {

  /** The same question; seen on the shipped entries, where unlike ones reach 0.9. */
  private static final double SAME_QUESTION = 0.95;

  /** The same said; a figure changes little of a sentence's vector. */
  private static final double SAME_SAID = 0.86;

  /** The same said by words in common. */
  private static final double SAME_WORDS = 0.75;

  /** A "not" may change much of a vector or little: the other words must be the same. */
  private static final double SAME_BUT_FOR_NOT = 0.85;

  private final Optional<SentenceVectors> model;

  /// @param model without one, words in common count
  public ConsistencyCheck(Optional<SentenceVectors> model) {
    this.model = model;
  }

  /// Duplicates first, the most alike of them first.
  public List<Finding> findings(List<Statement> statements) {
    try (LikeTexts questions = like(statements, ConsistencyCheck::asked);
        LikeTexts sentences = like(statements, Statement::sentences)) {
      return findings(statements, questions, sentences);
    }
  }

  private LikeTexts like(List<Statement> statements, Function<Statement, List<String>> texts) {
    return new LikeTexts(
        statements.stream().flatMap(one -> texts.apply(one).stream()).toList(), model);
  }

  /// A passage's title is no question that another could be a duplicate of.
  private static List<String> asked(Statement statement) {
    return statement.entry() ? statement.questions() : List.of();
  }

  private List<Finding> findings(
      List<Statement> statements, LikeTexts questions, LikeTexts sentences) {
    SortedSet<Neighbours.Pair> pairs = new TreeSet<>();
    new Neighbours(questions, statements, ConsistencyCheck::asked).add(SAME_QUESTION, true, pairs);
    new Neighbours(sentences, statements, Statement::sentences).add(SAME_SAID, false, pairs);
    List<Finding.Duplicate> duplicates = new ArrayList<>();
    List<Finding> contradictions = new ArrayList<>();
    Map<String, Figures> figures = new HashMap<>();
    for (Neighbours.Pair pair : pairs) {
      Statement one = statements.get(pair.one());
      Statement other = statements.get(pair.other());
      duplicate(one, other, questions).ifPresent(duplicates::add);
      contradiction(one, other, sentences, figures).ifPresent(contradictions::add);
    }
    duplicates.sort(Comparator.comparingDouble(Finding.Duplicate::likeness).reversed());
    List<Finding> all = new ArrayList<>(duplicates);
    all.addAll(contradictions);
    return List.copyOf(all);
  }

  private Optional<Finding.Duplicate> duplicate(Statement one, Statement other, LikeTexts like) {
    if (!one.entry() || !other.entry()) {
      return Optional.empty();
    }
    Finding.Duplicate best = new Finding.Duplicate(one, other, "", "", 0);
    for (String ours : one.questions()) {
      for (String theirs : other.questions()) {
        double alike = like.likeness(ours, theirs);
        if (alike > best.likeness()) {
          best = new Finding.Duplicate(one, other, ours, theirs, alike);
        }
      }
    }
    return best.likeness() >= SAME_QUESTION ? Optional.of(best) : Optional.empty();
  }

  private Optional<Finding> contradiction(
      Statement one, Statement other, LikeTexts like, Map<String, Figures> figures) {
    for (String ours : one.sentences()) {
      for (String theirs : other.sentences()) {
        double alike = like.likeness(ours, theirs);
        Optional<String> about =
            about(
                figures.computeIfAbsent(ours, Figures::of),
                figures.computeIfAbsent(theirs, Figures::of),
                alike);
        if (about.isPresent()) {
          return Optional.of(
              new Finding.Contradiction(one, other, ours, theirs, about.orElseThrow()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> about(Figures ours, Figures theirs, double alike) {
    if (alike >= (model.isPresent() ? SAME_SAID : SAME_WORDS)) {
      Optional<String> differing = ours.differing(theirs);
      if (differing.isPresent()) {
        return differing;
      }
    }
    return ours.opposed(theirs) && ours.sameButForNot(theirs) >= SAME_BUT_FOR_NOT
        ? Optional.of("yes and no")
        : Optional.empty();
  }
}
