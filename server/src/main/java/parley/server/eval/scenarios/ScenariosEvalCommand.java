package parley.server.eval.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.dialogue.DialogueParts;
import parley.server.call.NotRunningException;
import parley.server.call.RunningParley;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import parley.server.eval.speech.RecordingEar;
import parley.server.measure.Machine;
import parley.speech.audio.WavException;
import parley.speech.recognize.RecognitionException;
import parley.speech.synthesize.Synthesizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval scenarios [DIR]`: plays conversations that the site wrote down, in words or in
/// real calls.
@Command(
    name = "scenarios",
    description =
        "Plays the conversations of a folder and compares what is said and done; exit code 1 when"
            + " one fails.",
    mixinStandardHelpOptions = true)
public final class ScenariosEvalCommand extends EvalPart {
  private static final int MOST_AT_ONCE = 20;

  /// Which of the site's services are set in a scenario.
  public enum Services {
    SET,
    NOT_SET,
    AS_IN_SETTINGS
  }

  private final Path home;
  private final Supplier<String> language;
  private final Function<Services, DialogueParts> parts;
  private final ByVoice sound;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "A folder of *.yaml files; config/scenarios if not given.")
  private @Nullable Path folder;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Plays those scenarios alone whose name contains this.")
  private String only;

  @Option(
      names = "--voice",
      description =
          "Plays them in real calls to the running Parley; those that no caller can play are"
              + " skipped.")
  private boolean voice;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "1",
      description = "With --voice: so many calls at once (${DEFAULT-VALUE}).")
  private int atOnce;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also writes the results as JUnit does, for build servers.")
  private @Nullable Path junit;

  /// @param language the site's
  /// @param parts what conversations are made of; asked at most once for each
  @SuppressWarnings("NullAway.Init") // picocli sets what is parsed
  public ScenariosEvalCommand(
      Path home,
      Supplier<String> language,
      Function<Services, DialogueParts> parts,
      ByVoice sound) {
    this.home = home;
    this.language = language;
    this.parts = parts;
    this.sound = sound;
  }

  @Override
  protected Report measure() throws InterruptedException {
    if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
      throw wrong("--at-once is a number of calls from 1 to " + MOST_AT_ONCE);
    }
    Machine machine = Machine.here();
    List<Scenario> scenarios = scenarios();
    try (RecordingEar ear = new RecordingEar(sound.ear())) {
      WordsPlayer words = new WordsPlayer(parts, ear);
      List<Result> results =
          voice ? inCalls(scenarios, words) : new Performance(words, 1, _ -> {}).play(scenarios);
      ScenariosReport report = new ScenariosReport(results, voice, machine);
      if (junit != null) {
        write(junit, new JUnitReport(results).xml());
      }
      return report;
    } catch (NotRunningException | RecognitionException | WavException e) {
      throw new BadTestSetException(String.valueOf(e.getMessage()));
    }
  }

  private List<Scenario> scenarios() {
    Path from = folder == null ? home.resolve("config/scenarios") : folder;
    List<Scenario> chosen =
        ScenarioFiles.read(home, from, language.get()).stream()
            .filter(scenario -> scenario.name().contains(only))
            .toList();
    if (chosen.isEmpty()) {
      throw new BadTestSetException(
          "No scenario of " + from + " has `" + only + "` in its name; try --only with less");
    }
    return chosen;
  }

  private List<Result> inCalls(List<Scenario> scenarios, WordsPlayer words)
      throws InterruptedException {
    try (RunningParley running = sound.parley().get();
        Synthesizer mouth = sound.mouth().get()) {
      Rehearsal rehearsal = new Rehearsal(words, sound.now());
      VoicePlayer player = new VoicePlayer(running, mouth, language.get(), rehearsal);
      return new Performance(player, atOnce, this::note).play(scenarios);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadTestSetException(
          file + " cannot be written; name a file in a folder that is there and writable");
    }
  }
}
