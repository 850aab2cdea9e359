package parley.dialogue.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parley.dialogue.knowledge.CommonWords;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.words.Words;

/// Words of an entry's own answer that may point to it: no other entry has them, and alone they
/// find this one. Thread: any.
final class AnswerWords {

  private static final int SHORTEST = 5;
  private static final int MOST = 3;

  /** How near a word must be to a wording, by meaning. */
  private static final double NEAR = 0.68;

  private AnswerWords() {}

  private record Scored(String word, double near) {}

  /// None where words alone are compared: no word is near to a wording then.
  static List<Draft> of(KnowledgeEntry entry, Neighbours neighbours) {
    if (!neighbours.byMeaning()) {
      return List.of();
    }
    String own = EntryWords.of(entry);
    Set<String> words = new LinkedHashSet<>(Words.of(entry.answer()).list());
    List<Scored> found = new ArrayList<>();
    for (String word : words) {
      boolean isNew =
          word.length() >= SHORTEST
              && word.chars().allMatch(Character::isLetter)
              && !CommonWords.any(word, own);
      double near = isNew ? neighbours.to(entry, word) : 0;
      if (near >= NEAR
          && neighbours.entries().stream().noneMatch(other -> has(other, entry, word))
          && finds(entry, neighbours, word)) {
        found.add(new Scored(word, near));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(Scored::near).reversed())
        .limit(MOST)
        .map(scored -> new Draft(Draft.Kind.KEYWORD, scored.word(), Draft.Origin.ANSWER))
        .toList();
  }

  private static boolean has(KnowledgeEntry other, KnowledgeEntry entry, String word) {
    return !other.id().equals(entry.id())
        && CommonWords.any(word, EntryWords.of(other) + " " + other.answer());
  }

  private static boolean finds(KnowledgeEntry entry, Neighbours neighbours, String word) {
    return neighbours
        .found(word)
        .filter(first -> first.entry().id().equals(entry.id()))
        .isPresent();
  }
}
