package parley.server.eval.pickup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import parley.server.eval.speech.Ear;
import parley.server.measure.Machine;
import parley.speech.audio.WavException;
import parley.speech.recognize.RecognitionException;
import parley.speech.synthesize.SynthesisException;
import parley.speech.synthesize.Synthesizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./parley eval pickup`: whether machines are told from people who pick up a call of ours, and
/// how soon.
@Command(
    name = "pickup",
    description =
        "Tells answering machines from people who pick up, by the first seconds of recordings or of"
            + " scripts that a voice speaks.",
    mixinStandardHelpOptions = true)
public final class PickupEvalCommand extends EvalPart {

  private static final Path SHIPPED = Path.of("docs/results/sets/pickup.tsv");

  private final Path home;
  private final Supplier<Ear> ear;
  private final Supplier<Synthesizer> voice;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FOLDER",
      description =
          "WAV files in folders named person or machine, such folders, or lists: a recording, a"
              + " tab, person or machine; or person or machine, a tab, the line, a tab, what is"
              + " said. Without any: docs/results/sets/pickup.tsv.")
  private List<Path> paths = new ArrayList<>();

  /// @param ear hears as calls do
  /// @param voice speaks scripts
  public PickupEvalCommand(Path home, Supplier<Ear> ear, Supplier<Synthesizer> voice) {
    this.home = home;
    this.ear = ear;
    this.voice = voice;
  }

  @Override
  protected Report measure() throws InterruptedException {
    Machine machine = Machine.here();
    List<Greeting> greetings =
        Greetings.read(paths.isEmpty() ? List.of(home.resolve(SHIPPED)) : paths);
    List<Verdict> verdicts = new ArrayList<>();
    try (Ear hearing = ear.get();
        Synthesizer speaking = voice.get()) {
      for (Greeting greeting : greetings) {
        Script.Spoken spoken = greeting.sound().apply(speaking);
        verdicts.add(new Trial().run(greeting, spoken, Words.of(spoken.sound(), hearing)));
      }
    } catch (WavException | RecognitionException | SynthesisException e) {
      throw new BadTestSetException(String.valueOf(e.getMessage()));
    }
    return new PickupReport(verdicts, machine);
  }
}
