package parley.server.eval.sentiment;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import parley.dialogue.files.BadFilesException;
import parley.dialogue.intents.SentenceVectors;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval sentiment FILE`: how well it is judged how callers feel.
@Command(
    name = "sentiment",
    description = "Judges how the authors of messages feel, with the files of config/sentiment.",
    mixinStandardHelpOptions = true)
public final class SentimentEvalCommand extends EvalPart {
  private final Path home;
  private final Supplier<SentenceVectors> vectors;

  @Parameters(
      paramLabel = "FILE",
      description =
          "Lines of a text, a tab, and negative, neutral or positive; then perhaps another tab and"
              + " anger, distress or both with a comma.")
  private Path file;

  @Option(
      names = "--words",
      description = "Judges by the words of feeling alone, as without a model of sentences.")
  private boolean words;

  /// @param home of the site's `config`
  /// @param vectors loads the model of sentences
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public SentimentEvalCommand(Path home, Supplier<SentenceVectors> vectors) {
    this.home = home;
    this.vectors = vectors;
  }

  @Override
  protected Report measure() {
    List<LabelledMood> messages = LabelledMood.read(file);
    try {
      SentimentEval eval = SentimentEval.of(home);
      return words ? eval.words(messages) : eval.learned(messages, vectors);
    } catch (BadFilesException e) {
      throw new BadTestSetException(String.valueOf(e.getMessage()));
    }
  }
}
