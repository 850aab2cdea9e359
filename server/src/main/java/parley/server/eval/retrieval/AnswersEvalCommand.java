package parley.server.eval.retrieval;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.dialogue.DialogueParts;
import parley.server.eval.EvalPart;
import parley.server.eval.TextLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval answers QUESTIONS`: what a conversation with the site's own knowledge makes of
/// questions.
@Command(
    name = "answers",
    description = "Says questions to the dialogue and sees what it answers, asks back, or misses.",
    mixinStandardHelpOptions = true)
public final class AnswersEvalCommand extends EvalPart {
  private static final String LANGUAGE = "en";

  private final Function<Boolean, DialogueParts> dialogue;

  @Parameters(
      paramLabel = "QUESTIONS",
      description = "Lines of a question, a tab and the id of the entry that is meant.")
  private Path questions;

  @Option(
      names = "--others",
      paramLabel = "FILE",
      description = "Lines about things that no entry is about, and that must not be answered.")
  private @Nullable Path others;

  @Option(names = "--words-only", description = "Searches without the model of sentences.")
  private boolean wordsOnly;

  /// @param dialogue loads the site's dialogue, with the model of sentences or without
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public AnswersEvalCommand(Function<Boolean, DialogueParts> dialogue) {
    this.dialogue = dialogue;
  }

  @Override
  protected Report measure() {
    DialogueParts parts = dialogue.apply(!wordsOnly);
    List<String> about =
        others == null
            ? List.of()
            : TextLines.of(others, "one sentence a line").stream()
                .filter(line -> !line.isBlank())
                .toList();
    return AnswersEval.measure(
        parts, LANGUAGE, Asked.read(questions, AnswersEval.known(parts)), about);
  }
}
