package parley.dialogue.documents;

import java.util.ArrayList;
import java.util.List;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeSearch;

/// Looks among the entries, which somebody wrote to be spoken, and among the documents where no
/// entry is asked for in its own words. A passage must fit clearly better than the best entry to
/// stand before it; one that fits about as well stands second, with what it has of confidence, so
/// that the caller is asked which one is meant. Any thread.
public final class EntriesFirst implements KnowledgeSearch {

  /** From here on a question is a wording of the entry. */
  private static final double WORDING = 0.9;

  /** From here on an entry is answered with, and no other offered. */
  private static final double SURE = 0.62;

  /** Below this what was found is chance. */
  private static final double CHANCE = 0.45;

  /** An entry that seems as sure as a passage that fits better would make a choice of the two. */
  private static final double NO_TIE = 0.1;

  private final KnowledgeSearch entries;
  private final LiveDocuments documents;
  private final String language;

  public EntriesFirst(KnowledgeSearch entries, LiveDocuments documents, String language) {
    this.entries = entries;
    this.documents = documents;
    this.language = language;
  }

  @Override
  public List<Candidate> search(String words, int limit) {
    List<Candidate> found = entries.search(words, limit);
    if (!found.isEmpty() && found.getFirst().confidence().value() >= WORDING) {
      return found;
    }
    // One: a choice between two headings of a document is no question to a caller.
    return documents.search(words, 1, language).stream()
        .filter(passage -> passage.confidence().value() >= CHANCE)
        .findFirst()
        .map(passage -> placed(words, passage, found).stream().limit(limit).toList())
        .orElse(found);
  }

  private List<Candidate> placed(String words, Candidate passage, List<Candidate> found) {
    if (found.isEmpty()) {
      return List.of(passage);
    }
    Candidate best = found.getFirst();
    List<Candidate> placed = new ArrayList<>(found);
    switch (documents.place(words, passage, best)) {
      case BEFORE_THE_ENTRIES -> {
        double least = passage.confidence().value() - NO_TIE;
        placed.removeIf(entry -> entry.confidence().value() > least);
        placed.addFirst(passage);
      }
      case BEHIND_THE_BEST_ENTRY -> {
        if (best.confidence().value() < SURE) {
          placed.add(1, passage);
        }
      }
      case NOWHERE -> {}
    }
    return placed;
  }
}
