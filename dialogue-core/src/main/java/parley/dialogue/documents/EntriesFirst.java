package parley.dialogue.documents;

import java.util.List;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.KnowledgeSearch;

/// Looks among the entries, which somebody wrote to be spoken, and among the documents where no
/// entry is asked for in its own words. A passage must fit clearly better than the best entry to
/// stand before it; where one fits about as well, the caller is asked which one is meant. Any
/// thread.
public final class EntriesFirst implements KnowledgeSearch {

  /** From here on a question is a wording of the entry. */
  private static final double WORDING = 0.9;

  /** So that the same stand first however many are asked for. */
  private static final int COMPARED = 5;

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
    List<Candidate> found = entries.search(words, Math.max(limit, COMPARED));
    boolean asked = !found.isEmpty() && found.getFirst().confidence().value() >= WORDING;
    List<Candidate> joined = asked ? found : documents.joined(words, found, language);
    return List.copyOf(joined.subList(0, Math.min(limit, joined.size())));
  }
}
