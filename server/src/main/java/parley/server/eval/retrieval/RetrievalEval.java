package parley.server.eval.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.dialogue.documents.EntriesFirst;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.documents.Passage;
import parley.dialogue.knowledge.Candidate;
import parley.dialogue.knowledge.CommonWords;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeIndex;
import parley.dialogue.knowledge.KnowledgeSearch;
import parley.dialogue.knowledge.KnownEntries;
import parley.dialogue.knowledge.Semantics;
import parley.server.measure.Machine;
import parley.server.measure.Timings;

/// Asks every question, one after the other, and sees where its entry stands among those found.
final class RetrievalEval {

  /** Further down nobody looks: an entry there counts as not found. */
  private static final int DEPTH = 50;

  private static final String LANGUAGE = "en";
  private static final int FIRST_FEW = 5;
  private static final int WARM_UP = 50;

  private RetrievalEval() {}

  /// @param documents searched where no entry is sure
  static RetrievalReport measure(
      KnowledgeBase base,
      Optional<LiveDocuments> documents,
      List<Asked> questions,
      Optional<Semantics> semantics) {
    Machine machine = Machine.here();
    long began = System.nanoTime();
    try (KnowledgeIndex index = new KnowledgeIndex(base, semantics)) {
      double buildSeconds = (System.nanoTime() - began) / 1e9;
      KnowledgeSearch search =
          documents
              .<KnowledgeSearch>map(all -> new EntriesFirst(index, all, LANGUAGE))
              .orElse(index);
      // In other words: vectors of questions are remembered.
      questions.stream()
          .limit(WARM_UP)
          .forEach(asked -> search.search("please " + asked.question(), DEPTH));
      Timings took = new Timings();
      List<RetrievalReport.Miss> misses = new ArrayList<>();
      int first = 0;
      int firstFew = 0;
      double reciprocal = 0;
      for (Asked asked : questions) {
        took.begin();
        List<Candidate> found = search.search(asked.question(), DEPTH);
        took.end();
        int place = place(asked.id(), found);
        first += place == 1 ? 1 : 0;
        firstFew += place > 0 && place <= FIRST_FEW ? 1 : 0;
        reciprocal += place > 0 ? 1.0 / place : 0;
        if (place != 1) {
          String instead = found.isEmpty() ? "-" : found.getFirst().entry().id();
          misses.add(new RetrievalReport.Miss(asked, instead, place));
        }
      }
      double all = questions.size();
      return new RetrievalReport(
          questions.size(),
          base.entries().size(),
          first / all,
          firstFew / all,
          reciprocal / all,
          questions.stream().filter(asked -> !sharesWord(asked, known(base, documents))).count()
              / all,
          buildSeconds,
          took,
          misses,
          machine);
    }
  }

  static KnownEntries known(KnowledgeBase base, Optional<LiveDocuments> documents) {
    return id -> base.find(id).or(() -> documents.flatMap(all -> all.find(id)));
  }

  private static boolean sharesWord(Asked asked, KnownEntries known) {
    return known
        .find(asked.id())
        .map(entry -> CommonWords.any(asked.question(), entry.question()))
        .orElse(false);
  }

  /// From 1; 0 when it is not among them.
  private static int place(String id, List<Candidate> found) {
    for (int i = 0; i < found.size(); i++) {
      if (Passage.idOf(found.get(i).entry().id()).equals(id)) {
        return i + 1;
      }
    }
    return 0;
  }
}
