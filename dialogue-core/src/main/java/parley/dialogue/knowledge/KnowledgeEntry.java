package parley.dialogue.knowledge;

import java.util.List;
import java.util.stream.Stream;

/// One question that Parley can answer. `also` holds what callers say instead of `question`;
/// `answer` is spoken as it stands; `reference` is for answers in writing.
public record KnowledgeEntry(
    String id,
    String category,
    String question,
    List<String> also,
    List<String> keywords,
    String answer,
    Standing standing,
    Reference reference) {

  public KnowledgeEntry {
    also = List.copyOf(also);
    keywords = List.copyOf(keywords);
  }

  /// An entry with nothing beside it.
  public KnowledgeEntry(
      String id,
      String category,
      String question,
      List<String> also,
      List<String> keywords,
      String answer,
      Standing standing) {
    this(id, category, question, also, keywords, answer, standing, Reference.NONE);
  }

  /// An entry that always holds, for everyone.
  public KnowledgeEntry(
      String id,
      String category,
      String question,
      List<String> also,
      List<String> keywords,
      String answer) {
    this(id, category, question, also, keywords, answer, Standing.ALWAYS);
  }

  /// The question in all its wordings.
  public Stream<String> variants() {
    return Stream.concat(Stream.of(question), also.stream());
  }
}
