package parley.server.eval.language;

import java.nio.file.Path;
import parley.dialogue.language.LinguaDetection;
import parley.server.eval.EvalPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval language FILE`: how well the languages of messages are told.
@Command(
    name = "language",
    description = "Tells the languages of messages.",
    mixinStandardHelpOptions = true)
public final class LanguageEvalCommand extends EvalPart {

  @Parameters(
      paramLabel = "FILE",
      description = "Lines of a text, a tab and the two letters of its language (ISO 639-1).")
  private Path file;

  @Option(names = "--full", description = "With the full models, which take more memory.")
  private boolean full;

  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public LanguageEvalCommand() {}

  @Override
  protected Report measure() {
    return LanguageEval.measure(
        LabelledLanguage.read(file),
        full ? LinguaDetection.Models.FULL : LinguaDetection.Models.SMALL);
  }
}
