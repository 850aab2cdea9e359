package parley.dialogue.consistency;

import java.util.List;
import parley.dialogue.documents.Passage;
import parley.dialogue.documents.Sentences;
import parley.dialogue.knowledge.KnowledgeEntry;

/// An entry or a passage, as it is compared with others.
///
/// @param place file and line, or what else leads to it
/// @param questions in every wording; of a passage, its title
/// @param sentences of the answer
/// @param entry whether somebody wrote it to be spoken
public record Statement(
    String id, String place, List<String> questions, List<String> sentences, boolean entry) {

  public Statement {
    questions = List.copyOf(questions);
    sentences = List.copyOf(sentences);
  }

  public static Statement of(KnowledgeEntry entry, String place) {
    return new Statement(
        entry.id(), place, entry.variants().toList(), Sentences.of(entry.answer()), true);
  }

  public static Statement of(Passage passage, String place) {
    return new Statement(passage.id(), place, List.of(passage.title()), passage.sentences(), false);
  }
}
