package parley.server.eval.intents;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.dialogue.intents.SentenceVectors;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import parley.speech.adapt.SoundAlikes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval intents TRAIN TEST`: how well messages are understood.
@Command(
    name = "intents",
    description = "Learns intents from one file and finds them in another.",
    mixinStandardHelpOptions = true)
public final class IntentsEvalCommand extends EvalPart {
  private final Supplier<SentenceVectors> vectors;
  private final Supplier<SoundAlikes> alikes;

  @Parameters(
      paramLabel = "TRAIN",
      index = "0",
      description = "Lines of a text, a tab and its intent; the intent oos is none of them.")
  private Path train;

  @Parameters(paramLabel = "TEST", index = "1", description = "Other such lines, to be understood.")
  private Path test;

  @Option(
      names = "--misheard",
      paramLabel = "SHARE",
      description =
          "Also with this share of the words heard wrongly, such as 0.15, as a recognizer does; the"
              + " same ones each time.")
  private @Nullable Double misheard;

  /// @param vectors loads the model of sentences
  /// @param alikes reads which words sound alike
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public IntentsEvalCommand(Supplier<SentenceVectors> vectors, Supplier<SoundAlikes> alikes) {
    this.vectors = vectors;
    this.alikes = alikes;
  }

  @Override
  protected Report measure() {
    if (misheard != null && !(misheard >= 0 && misheard <= 1)) {
      throw wrong("--misheard is a share of the words from 0 to 1, not " + misheard);
    }
    try {
      return IntentsEval.measure(
          LabelledTexts.read(train),
          LabelledTexts.read(test),
          vectors.get(),
          Optional.ofNullable(misheard).map(share -> new Mishearing(alikes.get(), share)));
    } catch (IllegalArgumentException e) {
      throw new BadTestSetException(train + ": " + e.getMessage());
    }
  }
}
