package parley.server.eval.intents;

import java.nio.file.Path;
import java.util.function.Supplier;
import parley.dialogue.intents.SentenceVectors;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./parley eval intents TRAIN TEST`: how well messages are understood.
@Command(
    name = "intents",
    description = "Learns intents from one file and finds them in another.",
    mixinStandardHelpOptions = true)
public final class IntentsEvalCommand extends EvalPart {
  private final Supplier<SentenceVectors> vectors;

  @Parameters(
      paramLabel = "TRAIN",
      index = "0",
      description = "Lines of a text, a tab and its intent; the intent oos is none of them.")
  private Path train;

  @Parameters(paramLabel = "TEST", index = "1", description = "Other such lines, to be understood.")
  private Path test;

  /// @param vectors loads the model of sentences
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public IntentsEvalCommand(Supplier<SentenceVectors> vectors) {
    this.vectors = vectors;
  }

  @Override
  protected Report measure() {
    try {
      return IntentsEval.measure(
          LabelledTexts.read(train), LabelledTexts.read(test), vectors.get());
    } catch (IllegalArgumentException e) {
      throw new BadTestSetException(train + ": " + e.getMessage());
    }
  }
}
