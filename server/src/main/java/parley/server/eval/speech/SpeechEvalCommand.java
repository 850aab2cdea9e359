package parley.server.eval.speech;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.server.call.CallRefusedException;
import parley.server.call.NotRunningException;
import parley.server.call.RunningParley;
import parley.server.channel.LineChannel;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import parley.server.eval.speech.SpeechReport.Conditions;
import parley.server.measure.Machine;
import parley.speech.audio.WavException;
import parley.speech.recognize.RecognitionException;
import parley.speech.recognize.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval speech TSV`: word error rate and speed of the recognizer on recordings.
@Command(
    name = "speech",
    description = "Word error rate and speed of the recognizer on recordings, at 8 kHz.",
    mixinStandardHelpOptions = true)
public final class SpeechEvalCommand extends EvalPart {
  private static final String ANYTHING = "none";

  private final Function<Optional<Path>, Ear> ear;
  private final Supplier<RunningParley> parley;

  @Parameters(
      paramLabel = "TSV",
      description =
          "Lines of a WAV file (relative to this list), a tab, what is said in it, and if known"
              + " another tab and who says it.")
  private Path list;

  @Option(
      names = "--grammar",
      paramLabel = "NAME|FILE",
      description =
          "What may be said: none (anything; if not given), digits, call-digits (as in a call that"
              + " asks for a number: the digits and a few words, and beside them anything), yes-no,"
              + " commands, letters, dates, or a file with one phrase a line.")
  private @Nullable String grammar;

  @Option(
      names = "--channel",
      paramLabel = "EFFECT[,EFFECT...]",
      defaultValue = "clean",
      description =
          "What the line does to the sound (${DEFAULT-VALUE}): " + LineChannel.EFFECTS + ".")
  private String channel;

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "A Vosk model instead of that of the settings.")
  private @Nullable Path model;

  @Option(
      names = "--over-sip",
      description = "Speaks each recording in a real call to the running Parley.")
  private boolean overSip;

  /// @param ear loads the model in this folder, or that of the settings; asked once
  /// @param parley connects to the running server, or throws a [NotRunningException]
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public SpeechEvalCommand(Function<Optional<Path>, Ear> ear, Supplier<RunningParley> parley) {
    this.ear = ear;
    this.parley = parley;
  }

  @Override
  protected Report measure() throws InterruptedException {
    LineChannel line = line();
    if (grammar != null && !GrammarChoice.exists(grammar)) {
      throw wrong(
          "--grammar is one of %s or a file with one phrase a line; there is no file %s"
              .formatted(NamedGrammar.ALL, grammar));
    }
    if (overSip) {
      refuse(grammar, "--grammar", "the question that the call has just asked decides");
      refuse(model, "--model", "the running Parley hears with its own");
    }
    try {
      TestSet set = TestSet.read(list);
      return overSip ? inCalls(set, line) : here(set, line);
    } catch (WavException | RecognitionException | NotRunningException | CallRefusedException e) {
      throw new BadTestSetException(String.valueOf(e.getMessage()));
    }
  }

  private LineChannel line() {
    try {
      return LineChannel.parse(channel);
    } catch (IllegalArgumentException e) {
      throw wrong("--channel: " + e.getMessage());
    }
  }

  private void refuse(@Nullable Object given, String option, String why) {
    if (given != null) {
      throw wrong(option + " and --over-sip do not go together: " + why);
    }
  }

  private SpeechReport here(TestSet set, LineChannel line) throws InterruptedException {
    Machine machine = Machine.here();
    String allowed = grammar == null ? ANYTHING : grammar;
    try (Ear tested = ear.apply(Optional.ofNullable(model))) {
      Vocabulary vocabulary = GrammarChoice.choose(allowed, tested, this::note);
      Conditions conditions =
          new Conditions(allowed, line.toString(), Optional.of(tested.modelName()));
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
}
