package parley.server.eval.retrieval;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.intents.SentenceVectors;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.Semantics;
import parley.server.eval.EvalPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval retrieval KNOWLEDGE QUESTIONS`: whether questions find their entries.
@Command(
    name = "retrieval",
    description = "Asks questions of a knowledge and sees whether each finds its entry.",
    mixinStandardHelpOptions = true)
public final class RetrievalEvalCommand extends EvalPart {
  private final Supplier<SentenceVectors> vectors;

  @Parameters(
      paramLabel = "KNOWLEDGE",
      index = "0",
      description =
          "A file of JSON lines, each with id, question and answer, or a folder of YAML such as"
              + " config/knowledge.")
  private Path knowledge;

  @Parameters(
      paramLabel = "QUESTIONS",
      index = "1",
      description = "Lines of a question, a tab and the id of the entry that is meant.")
  private Path questions;

  @Option(
      names = "--documents",
      paramLabel = "FOLDER",
      description = "Documents that are searched where no entry is sure, such as config/documents.")
  private @Nullable Path documents;

  @Option(
      names = "--search",
      paramLabel = "BY",
      defaultValue = "both",
      description = "words, vectors or both (${DEFAULT-VALUE}).")
  private SearchBy search;

  /// @param vectors loads the model of sentences
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public RetrievalEvalCommand(Supplier<SentenceVectors> vectors) {
    this.vectors = vectors;
  }

  @Override
  protected Report measure() {
    KnowledgeBase base = KnowledgeSource.read(knowledge);
    Optional<Semantics> semantics = search.semantics(vectors);
    Optional<LiveDocuments> beside =
        Optional.ofNullable(documents).map(folder -> LiveDocuments.read(folder, folder, semantics));
    List<Asked> asked = Asked.read(questions, RetrievalEval.known(base, beside));
    return RetrievalEval.measure(base, beside, asked, semantics);
  }
}
