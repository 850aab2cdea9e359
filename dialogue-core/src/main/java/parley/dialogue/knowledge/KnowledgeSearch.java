package parley.dialogue.knowledge;

import java.util.List;

/// Finds the entries that answer what was said. Any thread.
@FunctionalInterface
public interface KnowledgeSearch {

  /// The best entries, best first, at most `limit`.
  List<Candidate> search(String words, int limit);
}
