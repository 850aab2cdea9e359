package parley.server.eval;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.dialogue.intents.SentenceVectors;
import parley.server.call.CallRefusedException;
import parley.server.call.NotRunningException;
import parley.server.call.RunningParley;
import parley.server.channel.LineChannel;
import parley.server.eval.SpeechReport.Conditions;
import parley.server.measure.Machine;
import parley.speech.audio.WavException;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./parley eval speech TSV`: word error rate and speed of the recognizer on recordings; `./parley
/// eval intents TRAIN TEST`: how well messages are understood.
@Command(
    name = "eval",
    description = "Measures how well a part of Parley does on a test set.",
    synopsisSubcommandLabel = "speech|intents",
    mixinStandardHelpOptions = true)
public final class EvalCommand {
  private static final int FAILED = 1;
  private static final String ANYTHING = "none";

  @Spec private CommandSpec spec;

  private final Function<Optional<Path>, Ear> ear;
  private final Supplier<RunningParley> parley;
  private final Supplier<SentenceVectors> vectors;

  /// @param ear loads the model in this folder, or that of the settings; asked once
  /// @param parley connects to the running server, or throws a [NotRunningException]
  /// @param vectors loads the model of sentences
  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public EvalCommand(
      Function<Optional<Path>, Ear> ear,
      Supplier<RunningParley> parley,
      Supplier<SentenceVectors> vectors) {
    this.ear = ear;
    this.parley = parley;
    this.vectors = vectors;
  }

  @Command(
      name = "speech",
      description = "Word error rate and speed of the recognizer on recordings, at 8 kHz.",
      mixinStandardHelpOptions = true)
  int speech(
      @Parameters(
              paramLabel = "TSV",
              description =
                  "Lines of a WAV file (relative to this list), a tab, what is said in it, and if"
                      + " known another tab and who says it.")
          Path list,
      @Option(
              names = "--grammar",
              paramLabel = "NAME|FILE",
              description =
                  "What may be said: none (anything; if not given), digits, yes-no, commands,"
                      + " letters, dates, or a file with one phrase a line.")
          @Nullable String grammar,
      @Option(
              names = "--channel",
              paramLabel = "EFFECT[,EFFECT...]",
              defaultValue = "clean",
              description =
                  "What the line does to the sound (${DEFAULT-VALUE}): "
                      + LineChannel.EFFECTS
                      + ".")
          String channel,
      @Option(
              names = "--model",
              paramLabel = "FOLDER",
              description = "A Vosk model instead of that of the settings.")
          @Nullable Path model,
      @Option(
              names = "--over-sip",
              description = "Speaks each recording in a real call to the running Parley.")
          boolean overSip,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json)
      throws InterruptedException {
    LineChannel line = line(channel);
    if (grammar != null && !GrammarChoice.exists(grammar)) {
      throw new ParameterException(
          spec.commandLine(),
          "--grammar is one of %s or a file with one phrase a line; there is no file %s"
              .formatted(NamedGrammar.ALL, grammar));
    }
    if (overSip) {
      refuse(grammar, "--grammar", "the question that the call has just asked decides");
      refuse(model, "--model", "the running Parley hears with its own");
    }
    try {
      TestSet set = TestSet.read(list);
      SpeechReport report =
          overSip
              ? inCalls(set, line)
              : here(set, grammar == null ? ANYTHING : grammar, line, Optional.ofNullable(model));
      print(json ? report.json() : report.table());
      return 0;
    } catch (BadTestSetException | WavException | RecognitionException e) {
      return failed("parley: " + e.getMessage() + ".");
    } catch (NotRunningException | CallRefusedException e) {
      return failed("parley: " + e.getMessage());
    }
  }

  @Command(
      name = "intents",
      description = "Learns intents from one file and finds them in another.",
      mixinStandardHelpOptions = true)
  int intents(
      @Parameters(
              paramLabel = "TRAIN",
              description =
                  "Lines of a text, a tab and its intent; the intent oos is none of them.")
          Path train,
      @Parameters(paramLabel = "TEST", description = "Other such lines, to be understood.")
          Path test,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json) {
    try {
      IntentsReport report =
          IntentsReport.measure(LabelledTexts.read(train), LabelledTexts.read(test), vectors.get());
      print(json ? report.json() : report.table());
      return 0;
    } catch (BadTestSetException e) {
      return failed("parley: " + e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      return failed("parley: " + train + ": " + e.getMessage() + ".");
    }
  }

  private LineChannel line(String channel) {
    try {
      return LineChannel.parse(channel);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--channel: " + e.getMessage());
    }
  }

  private void refuse(@Nullable Object given, String option, String why) {
    if (given != null) {
      throw new ParameterException(
          spec.commandLine(), option + " and --over-sip do not go together: " + why);
    }
  }

  private SpeechReport here(TestSet set, String grammar, LineChannel line, Optional<Path> model)
      throws InterruptedException {
    Machine machine = Machine.here();
    try (Ear tested = ear.apply(model)) {
      Vocabulary vocabulary = GrammarChoice.choose(grammar, tested, this::note);
      Conditions conditions =
          new Conditions(grammar, line.toString(), Optional.of(tested.modelName()));
      return report(
          set,
          new ModelHearing(tested, vocabulary, line, ModelHearing.TEN_TIMES),
          conditions,
          machine);
    }
  }

  private SpeechReport inCalls(TestSet set, LineChannel line) throws InterruptedException {
    Machine machine = Machine.here();
    try (SipHearing hearing = new SipHearing(parley.get(), line, this::note)) {
      Conditions conditions = new Conditions("the call's own", line.toString(), Optional.empty());
      return report(set, hearing, conditions, machine);
    }
  }

  private SpeechReport report(TestSet set, Hearing hearing, Conditions conditions, Machine machine)
      throws InterruptedException {
    Scores scores = new SpeechEval(hearing, err()).run(set);
    return new SpeechReport(scores, hearing.measured(), conditions, machine);
  }

  private void print(String report) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(report);
    out.flush();
  }

  private int failed(String sentence) {
    note(sentence);
    return FAILED;
  }

  private void note(String sentence) {
    err().println(sentence);
    err().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
