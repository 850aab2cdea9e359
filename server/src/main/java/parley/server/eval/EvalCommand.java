package parley.server.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import parley.server.measure.Machine;
import parley.server.measure.Spread;
import parley.speech.audio.WavException;
import parley.speech.recognize.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./parley eval speech TSV`: word error rate and speed of the recognizer on recordings.
@Command(
    name = "eval",
    description = "Measures how well a part of Parley does on a test set.",
    synopsisSubcommandLabel = "speech",
    mixinStandardHelpOptions = true)
public final class EvalCommand {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  private final Supplier<Ear> ear;

  /// The supplier reads the settings and loads the model; it is asked once.
  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public EvalCommand(Supplier<Ear> ear) {
    this.ear = ear;
  }

  @Command(
      name = "speech",
      description = "Word error rate and speed of the recognizer on recordings, at 8 kHz.",
      mixinStandardHelpOptions = true)
  int speech(
      @Parameters(
              paramLabel = "TSV",
              description =
                  "Lines of a WAV file (relative to this list), a tab and what is said in it.")
          Path list,
      @Option(
              names = "--grammar",
              paramLabel = "digits|none",
              defaultValue = "none",
              description = "What may be said (${DEFAULT-VALUE}).")
          String grammar,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json)
      throws InterruptedException {
    PrintWriter progress = spec.commandLine().getErr();
    try (Ear tested = ear.get()) {
      Vocabulary vocabulary =
          tested
              .grammar(grammar)
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(), "--grammar is digits or none, not " + grammar));
      TestSet set = TestSet.read(list);
      Machine machine = Machine.here();
      SpeechEval.Result result =
          new SpeechEval(tested, vocabulary)
              .run(
                  set,
                  done -> {
                    if (done % 50 == 0) {
                      progress.println(done + " of " + set.utterances().size());
                      progress.flush();
                    }
                  });
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          json
              ? json(result, grammar, tested.model(), machine)
              : table(result, grammar, tested.model(), machine));
      out.flush();
      return 0;
    } catch (BadTestSetException | WavException e) {
      progress.println("parley: " + e.getMessage() + ".");
      progress.flush();
      return FAILED;
    }
  }

  private static String json(
      SpeechEval.Result result, String grammar, String model, Machine machine) {
    Spread finals = Spread.of(result.finalMs());
    ObjectNode report = JSON.createObjectNode();
    report
        .put("utterances", result.utterances())
        .put("words", result.words())
        .put("word_error_rate", result.wordErrorRate())
        .put("sentence_error_rate", result.sentenceErrorRate())
        .put("real_time_factor", result.realTimeFactor());
    report.putObject("final_ms").put("p50", finals.p50()).put("p95", finals.p95());
    report.put("grammar", grammar).put("model", model).put("sample_rate_hz", 8_000);
    machine.writeTo(report.putObject("machine"));
    return report.toPrettyString() + System.lineSeparator();
  }

  private static String table(
      SpeechEval.Result result, String grammar, String model, Machine machine) {
    Spread finals = Spread.of(result.finalMs());
    return String.format(
        Locale.ROOT,
        """
        utterances            %d
        words                 %d
        words wrong           %.1f %%
        utterances wrong      %.1f %%
        real-time factor      %.3f
        final words, ms       %.0f p50, %.0f p95
        grammar               %s
        model                 %s at 8 kHz
        machine               %d x %s, load average before %.2f
        """,
        result.utterances(),
        result.words(),
        100 * result.wordErrorRate(),
        100 * result.sentenceErrorRate(),
        result.realTimeFactor(),
        finals.p50(),
        finals.p95(),
        grammar,
        model,
        machine.cores(),
        machine.processor(),
        machine.loadAverage());
  }
}
