package parley.mail.answer;

import java.util.function.Supplier;
import parley.dialogue.documents.Passage;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;

/// What a customer may read of an answer's source: an entry's question, or a document's file.
/// Thread: any.
///
/// @param knowledge as it is now
public record NamedSources(Supplier<KnowledgeBase> knowledge) {

  /// @param id of an entry, or of sentences of a document
  public String apply(String id) {
    return knowledge
        .get()
        .find(id)
        .map(KnowledgeEntry::question)
        .orElseGet(() -> Passage.idOf(id).replaceAll("#.*", ""));
  }
}
