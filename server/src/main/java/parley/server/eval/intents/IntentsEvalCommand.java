package parley.server.eval.intents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.dialogue.intents.Example;
import parley.dialogue.intents.SentenceVectors;
import parley.server.channel.LineChannel;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import parley.server.eval.speech.SpokenTexts;
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
  private final BiFunction<List<String>, LineChannel, SpokenTexts> telephone;

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
      arity = "0..1",
      fallbackValue = "" + Mishearing.OF_THE_BUNDLED_RECOGNIZER,
      description =
          "Also with this share of the words heard wrongly, as a recognizer does: each message "
              + Mishearing.DRAWS
              + " times, with other words wrong each time, the same ones in each run. Without a"
              + " number, what the bundled recognizer gets wrong: ${FALLBACK-VALUE}.")
  private @Nullable Double misheard;

  @Option(
      names = "--spoken",
      paramLabel = "MOST",
      description =
          "Also with so many of the messages, evenly drawn, said by the bundled voice and heard by"
              + " the recognizer, which has the words of TRAIN.")
  private int spoken;

  @Option(
      names = "--line",
      paramLabel = "EFFECTS",
      defaultValue = "noise:20,mulaw",
      description = {
        "The line that they are said into, at 8 kHz, as in `eval speech --channel` (default:"
            + " ${DEFAULT-VALUE})."
      })
  private String line;

  /// @param vectors loads the model of sentences
  /// @param alikes reads which words sound alike
  /// @param telephone opens a voice and a recognizer that knows some texts' words, with a line
  ///   between them
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public IntentsEvalCommand(
      Supplier<SentenceVectors> vectors,
      Supplier<SoundAlikes> alikes,
      BiFunction<List<String>, LineChannel, SpokenTexts> telephone) {
    this.vectors = vectors;
    this.alikes = alikes;
    this.telephone = telephone;
  }

  @Override
  protected Report measure() throws InterruptedException {
    if (misheard != null && !(misheard >= 0 && misheard <= 1)) {
      throw wrong("--misheard is a share of the words from 0 to 1, not " + misheard);
    }
    if (spoken < 0) {
      throw wrong("--spoken is a number of messages, not " + spoken);
    }
    LineChannel channel = channel();
    List<Example> examples = LabelledTexts.read(train);
    List<Example> messages = LabelledTexts.read(test);
    try {
      IntentsEval eval = IntentsEval.of(examples, vectors.get());
      IntentsReport report = eval.measure(messages);
      return report.with(heardWrongly(eval, examples, messages, report.scores(), channel));
    } catch (IllegalArgumentException e) {
      throw new BadTestSetException(train + ": " + e.getMessage());
    }
  }

  private LineChannel channel() {
    try {
      return LineChannel.parse(line);
    } catch (IllegalArgumentException e) {
      throw wrong("--line: " + e.getMessage());
    }
  }

  private List<IntentsReport.Misheard> heardWrongly(
      IntentsEval eval,
      List<Example> examples,
      List<Example> messages,
      IntentScores clear,
      LineChannel channel)
      throws InterruptedException {
    List<IntentsReport.Misheard> ways = new ArrayList<>();
    if (misheard != null) {
      List<Example> drawn =
          Collections.nCopies(Mishearing.DRAWS, messages).stream().flatMap(List::stream).toList();
      ways.add(eval.misheard("misheard", drawn, clear, new Mishearing(alikes.get(), misheard)));
    }
    if (spoken > 0) {
      List<String> words = examples.stream().map(Example::text).toList();
      int every = Math.ceilDiv(messages.size(), spoken);
      List<Example> drawn =
          IntStream.range(0, messages.size())
              .filter(i -> i % every == 0)
              .mapToObj(messages::get)
              .toList();
      try (SpokenTexts phone = telephone.apply(words, channel)) {
        ways.add(eval.misheard("spoken", drawn, eval.guessAll(drawn), new Phone(phone)));
      }
    }
    return ways;
  }

  private record Phone(SpokenTexts texts) implements NoisyLine {
    @Override
    public String heard(String message) throws InterruptedException {
      return texts.heard(message);
    }

    @Override
    public double wordErrorRate() {
      return texts.wordErrorRate();
    }
  }
}
