package parley.mail.answer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import parley.dialogue.documents.Passage;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;

/// What a customer may have of an answer's sources: an entry's question, or a document's title,
/// with its page, and the files that the entry names. Nothing else is linked or sent along,
/// whatever an answer says. Thread: any.
///
/// @param knowledge as it is now
/// @param documents by the ids of their passages
/// @param enclosed the files that may be sent
public record AnswerSources(
    Supplier<KnowledgeBase> knowledge,
    Function<String, Optional<KnowledgeEntry>> documents,
    EnclosedFiles enclosed) {

  /// @param id of an entry, or of sentences of a document
  public AnswerSource of(String id) {
    return knowledge
        .get()
        .find(id)
        .or(() -> documents.apply(id))
        .map(this::source)
        .orElseGet(() ->
            new AnswerSource(Passage.idOf(id).replaceAll("#.*", ""), Optional.empty(), List.of()));
  }

  private AnswerSource source(KnowledgeEntry entry) {
    List<Path> files =
        entry.reference().files().stream().flatMap(name -> enclosed.files(name).stream()).toList();
    return new AnswerSource(entry.question(), entry.reference().page(), files);
  }
}
