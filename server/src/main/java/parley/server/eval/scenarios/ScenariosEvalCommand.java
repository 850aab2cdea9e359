package parley.server.eval.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.dialogue.DialogueParts;
import parley.server.eval.BadTestSetException;
import parley.server.eval.EvalPart;
import parley.server.measure.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley eval scenarios [DIR]`: plays conversations that the site wrote down, in words.
@Command(
    name = "scenarios",
    description =
        "Plays the conversations of a folder in words and compares what is said and done; exit code"
            + " 1 when one fails.",
    mixinStandardHelpOptions = true)
public final class ScenariosEvalCommand extends EvalPart {

  /// Whether the site's services are set in a scenario.
  public enum Services {
    SET,
    NOT_SET
  }

  private final Path home;
  private final Supplier<String> language;
  private final Function<Services, DialogueParts> parts;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "A folder of *.yaml files; config/scenarios if not given.")
  private @Nullable Path folder;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also writes the results as JUnit does, for build servers.")
  private @Nullable Path junit;

  /// @param language the site's
  /// @param parts what conversations are made of; asked at most once for each
  public ScenariosEvalCommand(
      Path home, Supplier<String> language, Function<Services, DialogueParts> parts) {
    this.home = home;
    this.language = language;
    this.parts = parts;
  }

  @Override
  protected Report measure() {
    Machine machine = Machine.here();
    Path from = folder == null ? home.resolve("config/scenarios") : folder;
    String code = language.get();
    List<Scenario> scenarios = ScenarioFiles.read(home, from, code);
    Map<Services, DialogueParts> loaded = new EnumMap<>(Services.class);
    List<ScenarioRun.Result> results =
        scenarios.stream()
            .map(scenario ->
                ScenarioRun.play(
                    scenario,
                    loaded
                        .computeIfAbsent(
                            scenario.services() ? Services.SET : Services.NOT_SET, parts)
                        .conversations()))
            .collect(Collectors.toList());
    ScenariosReport report = new ScenariosReport(results, machine);
    if (junit != null) {
      write(junit, report.junit());
    }
    return report;
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
